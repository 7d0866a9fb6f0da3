import type { ReactNode } from 'react';
import { cx } from './cx';
import { CheckIcon, InfoIcon, ShieldIcon, WarningIcon, type Icon } from './icons';

type Tone = 'info' | 'good' | 'caution' | 'danger' | 'promise';

const TONES: Record<Tone, { icon: Icon; box: string; mark: string }> = {
  info: { icon: InfoIcon, box: 'bg-sunken', mark: 'text-muted' },
  good: { icon: CheckIcon, box: 'bg-accent-soft', mark: 'text-accent' },
  promise: { icon: ShieldIcon, box: 'bg-accent-soft', mark: 'text-accent' },
  caution: { icon: WarningIcon, box: 'bg-caution-soft', mark: 'text-caution' },
  danger: { icon: WarningIcon, box: 'bg-danger-soft', mark: 'text-danger' },
};

interface NoticeProps {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  className?: string;
  /** Read out when it appears: "alert" at once, "status" when there is a pause. */
  role?: 'alert' | 'status';
}

export function Notice({
  tone = 'info',
  title,
  children,
  className,
  role,
}: NoticeProps): ReactNode {
  const { icon: Mark, box, mark } = TONES[tone];
  return (
    <div role={role} className={cx('flex gap-3 rounded-md p-4', box, className)}>
      <Mark className={cx('mt-0.5 text-lg', mark)} />
      <div className="grid min-w-0 gap-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="text-sm">{children}</div>}
      </div>
    </div>
  );
}
