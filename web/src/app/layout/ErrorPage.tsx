import { useEffect, type ReactNode } from 'react';
import { useRevalidator, useRouteError } from 'react-router';
import { useT } from '../../i18n/use-t';
import { isApiProblem } from '../../shared/api/api-problem';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { Button, ButtonLink } from '../../shared/ui/Button';
import { PageHeading } from '../../shared/ui/PageHeading';
import { fromRouteError } from '../route-error';
import { NotFoundPage } from './NotFoundPage';

/** Stands in for a page that could not be made. */
export function ErrorPage(): ReactNode {
  const t = useT();
  const error = fromRouteError(useRouteError());
  const revalidator = useRevalidator();
  const isMissing = isApiProblem(error) && error.status === 404;
  const title = t(isMissing ? 'common:missing.title' : 'common:error.title');
  useEffect(() => {
    document.title = `${title} · ${t('common:site')}`;
  }, [title, t]);
  if (isMissing) return <NotFoundPage />;
  return (
    <>
      <PageHeading>{title}</PageHeading>
      <ErrorSummary error={error} />
      <div className="mt-6 flex flex-wrap gap-3">
        <Button
          busy={revalidator.state === 'loading'}
          onClick={() => void revalidator.revalidate()}
        >
          {t('common:error.again')}
        </Button>
        <ButtonLink look="secondary" to="/">
          {t('common:missing.home')}
        </ButtonLink>
      </div>
    </>
  );
}
