import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useT } from '../../i18n/use-t';
import { codeOf, isApiProblem } from '../api/api-problem';
import { WarningIcon } from '../ui/icons';

/** The localised sentence for a refusal, by its code. */
export function useProblemText(): (error: unknown) => string {
  const t = useT();
  return (error) => {
    const code = codeOf(error);
    const key = `errors:${code}`;
    const text = t(key);
    // i18next gives the key back (without its namespace) where no text exists.
    return text === key || text === code ? t('errors:unknown') : text;
  };
}

/** What went wrong with the whole form. It takes the focus when it appears. */
export function ErrorSummary({ error }: { error: unknown }): ReactNode {
  const t = useT();
  const text = useProblemText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  if (!error) return null;
  const fields = isApiProblem(error, 'input.invalid') ? error.fields : [];
  const correlationId = isApiProblem(error) && error.status >= 500 ? error.correlationId : null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="flex gap-3 rounded-md border-2 border-danger bg-danger-soft p-4"
    >
      <WarningIcon className="mt-0.5 text-lg text-danger" />
      <div className="grid gap-1">
        <p className="font-medium">{text(error)}</p>
        {fields.length > 0 && (
          <ul className="list-disc ps-5 text-sm">
            {fields.map(({ field, rule }) => (
              <li key={`${field} ${rule}`}>
                <bdi>{field}</bdi>
              </li>
            ))}
          </ul>
        )}
        {isApiProblem(error, 'accounts.email_not_verified') && (
          <Link to="/settings" className="underline">
            {t('common:error.newMail')}
          </Link>
        )}
        {correlationId && (
          <p className="text-sm text-muted">
            {t('common:error.reference')} <bdi className="font-mono">{correlationId}</bdi>
          </p>
        )}
      </div>
    </div>
  );
}
