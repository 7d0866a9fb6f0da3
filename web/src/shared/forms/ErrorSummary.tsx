import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
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

/** What went wrong. It takes the focus when it appears. */
export function ErrorSummary({ error }: { error: unknown }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  return error ? <ErrorBox ref={box} error={error} /> : null;
}

interface ErrorBoxProps {
  ref: RefObject<HTMLDivElement | null>;
  error: unknown;
  children?: ReactNode;
}

/** The sentence of a refusal, and what helps with it. */
export function ErrorBox({ ref, error, children }: ErrorBoxProps): ReactNode {
  const t = useT();
  const text = useProblemText();
  const correlationId = isApiProblem(error) && error.status >= 500 ? error.correlationId : null;
  return (
    <div
      ref={ref}
      tabIndex={-1}
      role="alert"
      className="flex gap-3 rounded-md border-2 border-danger bg-danger-soft p-4"
    >
      <WarningIcon className="mt-0.5 text-lg text-danger" />
      <div className="grid min-w-0 gap-1">
        <p className="font-medium">{text(error)}</p>
        {children}
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
