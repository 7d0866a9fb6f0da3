import type { ReactNode } from 'react';
import { useT } from '../../../i18n/use-t';
import { SignalIcon } from '../../../shared/ui/icons';
import type { Rung } from '../core/picture-ladder';

interface WeakLineProps {
  name: string;
  own: Rung;
  other: Rung;
}

/** Why there is less picture than there was, in plain words, to both. */
export function WeakLine({ name, own, other }: WeakLineProps): ReactNode {
  const t = useT();
  return (
    <div
      role="status"
      className="absolute inset-x-3 bottom-14 grid justify-items-center gap-1 text-sm"
    >
      {own !== 'full' && <Note>{t(`room:weak.own.${own}`)}</Note>}
      {other !== 'full' && <Note>{t(`room:weak.other.${other}`, { name })}</Note>}
    </div>
  );
}

function Note({ children }: { children: ReactNode }): ReactNode {
  return (
    <p className="flex items-center gap-2 rounded-full bg-stage-raised px-3 py-1">
      <SignalIcon />
      {children}
    </p>
  );
}
