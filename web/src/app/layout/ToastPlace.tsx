import { lazy, Suspense, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { useLocale } from '../../shared/format/locale-context';
import { useHydrated } from '../../shared/ui/use-now';

const Toaster = lazy(() => import('sonner').then((sonner) => ({ default: sonner.Toaster })));

/** Where short messages appear and are read out; not needed for the first paint. */
export function ToastPlace(): ReactNode {
  const t = useT();
  const { direction } = useLocale();
  if (!useHydrated()) return null;
  return (
    <Suspense>
      <Toaster
        dir={direction}
        position="bottom-center"
        containerAriaLabel={t('common:toasts')}
        toastOptions={{ duration: 6000 }}
      />
    </Suspense>
  );
}
