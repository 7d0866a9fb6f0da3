import type { ReactNode } from 'react';
import { isRouteErrorResponse, useRevalidator, useRouteError } from 'react-router';
import { useT } from '../../i18n/use-t';
import { isApiProblem } from '../../shared/api/api-problem';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { Button, ButtonLink } from '../../shared/ui/Button';
import { PageHeading } from '../../shared/ui/PageHeading';
import { NotFoundPage } from './NotFoundPage';

export function isMissing(error: unknown): boolean {
  return (
    (isApiProblem(error) && error.status === 404) ||
    (isRouteErrorResponse(error) && error.status === 404)
  );
}

/** Stands in for a page that could not be made. */
export function ErrorPage(): ReactNode {
  const t = useT();
  const error = useRouteError();
  const revalidator = useRevalidator();
  if (isMissing(error)) return <NotFoundPage />;
  return (
    <>
      <PageHeading>{t('common:error.title')}</PageHeading>
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
