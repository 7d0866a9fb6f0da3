import type { ReactNode } from 'react';
import { cx } from '../../../shared/ui/cx';

interface BannerProps {
  title: string;
  /** Ticks each second: not read out again and again. */
  isQuiet?: boolean;
  children: ReactNode;
}

/** A word over the picture. */
export function Banner({ title, isQuiet = false, children }: BannerProps): ReactNode {
  return (
    <div
      role={isQuiet ? 'group' : 'status'}
      className="absolute inset-x-3 top-3 mx-auto grid max-w-form animate-arrive gap-1 rounded-lg border border-stage-line bg-stage-raised px-5 py-4 text-center shadow-float"
    >
      <p className="font-medium">{title}</p>
      <div aria-live="off" className="text-sm text-stage-muted tabular-nums">
        {children}
      </div>
    </div>
  );
}

interface BannerButtonProps {
  isSecondary?: boolean;
  isBusy?: boolean;
  onPress: () => void;
  children: ReactNode;
}

export function BannerButton({
  isSecondary = false,
  isBusy = false,
  onPress,
  children,
}: BannerButtonProps): ReactNode {
  return (
    <button
      type="button"
      disabled={isBusy}
      onClick={onPress}
      className={cx(
        'mt-1 inline-flex min-h-11 items-center rounded-full px-5 font-medium disabled:opacity-60',
        isSecondary ? 'border border-stage-line text-stage-ink' : 'bg-stage-accent text-stage',
      )}
    >
      {children}
    </button>
  );
}
