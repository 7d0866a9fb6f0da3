import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { ErrorSummary } from '../forms/ErrorSummary';
import { Button } from '../ui/Button';
import { Skeleton } from '../ui/Skeleton';

interface LoadedProps<T> {
  query: UseQueryResult<T>;
  /** Same size as what will come. */
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

/** What was asked for, or its place, or why it did not come and a way to ask again. */
export function Loaded<T>({ query, skeleton, children }: LoadedProps<T>): ReactNode {
  const t = useT();
  if (query.data !== undefined) return children(query.data);
  if (query.isError)
    return (
      <div className="grid justify-items-start gap-4">
        <ErrorSummary error={query.error} />
        <Button busy={query.isFetching} onClick={() => void query.refetch()}>
          {t('common:error.again')}
        </Button>
      </div>
    );
  return (
    <div aria-busy="true">
      <p className="sr-only">{t('common:loading')}</p>
      {skeleton ?? <Skeleton className="h-60 w-full rounded-lg" />}
    </div>
  );
}
