import type { ReactNode } from 'react';
import { useT } from '../i18n/use-t';
import { Notice } from '../shared/ui/Notice';
import { Skeleton } from '../shared/ui/Skeleton';

/** What stands while a private page arrives. */
export function PageSkeleton(): ReactNode {
  const t = useT();
  return (
    <div className="grid gap-6" aria-busy="true">
      <p className="sr-only">{t('common:loading')}</p>
      <noscript>
        <Notice tone="caution" title={t('common:needsScript')} />
      </noscript>
      <Skeleton className="h-10 w-2/3 max-w-sm" />
      <Skeleton className="h-40 w-full rounded-lg" />
      <Skeleton className="h-40 w-full rounded-lg" />
    </div>
  );
}
