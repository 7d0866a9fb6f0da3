import type { ReactNode } from 'react';
import { useT } from '../../../i18n/use-t';
import type { SessionView } from '../../../shared/api/contract';
import { MoneyText } from '../../../shared/format/Formatted';
import { useLocale } from '../../../shared/format/locale-context';
import { formatClock } from '../../../shared/format/time';
import { cx } from '../../../shared/ui/cx';
import { useFocusOnArrival } from '../../../shared/ui/focus-on-arrival';
import { ClockIcon, SignalIcon } from '../../../shared/ui/icons';
import type { CallView } from '../call/room-call';
import type { MeterNow } from '../call/use-meter';
import { RecordingBar } from '../recording/RecordingBar';
import { LeaveAndBlock } from './LeaveAndBlock';

interface TopBarProps {
  session: SessionView;
  view: CallView;
  meter: MeterNow;
}

export function TopBar({ session, view, meter }: TopBarProps): ReactNode {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
      <h1 ref={heading} tabIndex={-1} className="min-w-0 grow truncate text-base">
        <bdi>{session.other.displayName}</bdi>
      </h1>
      <RecordingBar session={session} />
      <LineBadge view={view} />
      <Meter session={session} meter={meter} />
      <LeaveAndBlock session={session} />
    </header>
  );
}

/** Time together and what it costs so far; visibly still while somebody is gone. */
function Meter({ session, meter }: { session: SessionView; meter: MeterNow }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const clock = formatClock(meter.billedSeconds, locale);
  return (
    <p
      data-testid="meter"
      className={cx(
        'flex items-center gap-2 rounded-full px-3 py-1 text-sm tabular-nums',
        meter.running
          ? 'bg-stage-raised'
          : 'border border-dashed border-stage-line text-stage-muted',
      )}
    >
      <ClockIcon className={cx(meter.running && 'text-stage-accent')} />
      <span className="sr-only">{t('room:meter.time')}</span>
      <bdi data-testid="meter-time">{clock}</bdi>
      {meter.cost && session.price.model !== 'free' && (
        <>
          <span aria-hidden="true">·</span>
          <span className="sr-only">{t('room:meter.cost')}</span>
          <span data-testid="meter-cost">
            <MoneyText money={meter.cost} exact />
          </span>
        </>
      )}
      {!meter.running && <span>{t('room:meter.still')}</span>}
    </p>
  );
}

function LineBadge({ view }: { view: CallView }): ReactNode {
  const t = useT();
  const state =
    view.state === 'connected'
      ? (view.quality ?? 'good')
      : (view.state as 'connecting' | 'reconnecting');
  return (
    <p
      role="status"
      className={cx(
        'flex items-center gap-1.5 text-sm',
        state === 'good' ? 'text-stage-accent' : 'text-stage-ink',
      )}
    >
      <SignalIcon className={cx(state !== 'good' && 'animate-pulse-soft')} />
      <span className={cx(state === 'good' && 'max-sm:sr-only')}>{t(`room:line.${state}`)}</span>
    </p>
  );
}
