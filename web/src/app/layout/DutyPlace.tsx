import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { useHydrated } from '../../shared/ui/use-now';
import { useMe } from '../me';
import { useServices } from '../services';

/** Experts can be rung on every page; nobody else fetches this. */
export function DutyPlace(): ReactNode {
  const { person } = useMe();
  const { words } = useServices();
  const isExpert = person?.roles.includes('expert') ?? false;
  const isHydrated = useHydrated();
  const Duty = useMemo(
    () =>
      lazy(async () => {
        const [duty] = await Promise.all([
          import('../../features/studio/Duty'),
          words.need(['studio']),
        ]);
        return duty;
      }),
    [words],
  );
  if (!isExpert || !isHydrated) return null;
  return (
    <Suspense>
      <Duty />
    </Suspense>
  );
}
