import type { ReactNode } from 'react';
import { useT } from '../../../i18n/use-t';
import type { SessionView } from '../../../shared/api/contract';
import { useLocale } from '../../../shared/format/locale-context';
import { formatClock, secondsUntil } from '../../../shared/format/time';
import { useNow } from '../../../shared/ui/use-now';
import type { CallView } from '../call/room-call';
import type { MeterNow } from '../call/use-meter';
import { CEILING_WARNING_SECONDS } from '../core/milestones';

interface StageNoticeProps {
  session: SessionView;
  view: CallView;
  meter: MeterNow;
  speaksMuted: boolean;
  hasFreezeFailed: boolean;
  onUnmute: () => void;
}

/** The one thing that matters right now, over the picture. */
export function StageNotice(props: StageNoticeProps): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const now = useNow(1000);
  const { session, view, meter, speaksMuted, hasFreezeFailed, onUnmute } = props;
  const name = session.other.displayName;
  const countdown = (until: string) => formatClock(secondsUntil(until, now), locale);
  if (session.goodbyeEndsAt !== null)
    return (
      <Banner title={t('room:notice.goodbye.title')}>
        {t('room:notice.goodbye.text', { time: countdown(session.goodbyeEndsAt) })}
      </Banner>
    );
  if (view.state === 'reconnecting')
    return <Banner title={t('room:notice.ownLine.title')}>{t('room:notice.ownLine.text')}</Banner>;
  if (session.state === 'interrupted' && session.graceEndsAt !== null)
    return (
      <Banner title={t('room:notice.gone.title', { name })}>
        {t('room:notice.gone.text', { time: countdown(session.graceEndsAt) })}
      </Banner>
    );
  if (session.state === 'waiting')
    return (
      <Banner title={t('room:notice.waiting.title', { name })}>
        {t('room:notice.waiting.text')}
      </Banner>
    );
  if (isLineTooPoor(session, meter))
    return <Banner title={t('room:notice.poor.title')}>{t('room:notice.poor.text')}</Banner>;
  if (view.lostDevice) {
    const { kind, isReplaced } = view.lostDevice;
    return (
      <Banner title={t(`room:notice.lost.${kind}`)}>
        {t(isReplaced ? 'room:notice.lost.replaced' : 'room:notice.lost.none')}
      </Banner>
    );
  }
  if (hasFreezeFailed) return <Banner title={t('room:still.failed')}>{null}</Banner>;
  if (speaksMuted)
    return (
      <Banner title={t('room:notice.muted.title')}>
        <BannerButton onPress={onUnmute}>{t('room:controls.unmute')}</BannerButton>
      </Banner>
    );
  if (meter.running && meter.remainingSeconds <= CEILING_WARNING_SECONDS)
    return (
      <Banner
        title={t('room:notice.ceiling.title', {
          time: formatClock(meter.remainingSeconds, locale),
        })}
        isQuiet
      >
        {t('room:notice.ceiling.then')}
      </Banner>
    );
  return null;
}

/** Both are there and yet nothing is counted. */
function isLineTooPoor(session: SessionView, meter: MeterNow): boolean {
  const areBothThere = session.learnerPresent && session.expertPresent;
  return session.state === 'live' && areBothThere && !meter.running;
}

interface BannerProps {
  title: string;
  /** Ticks each second: not read out again and again. */
  isQuiet?: boolean;
  children: ReactNode;
}

function Banner({ title, isQuiet = false, children }: BannerProps): ReactNode {
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

function BannerButton({
  onPress,
  children,
}: {
  onPress: () => void;
  children: ReactNode;
}): ReactNode {
  return (
    <button
      type="button"
      onClick={onPress}
      className="mt-1 inline-flex min-h-11 items-center rounded-full bg-stage-accent px-5 font-medium text-stage"
    >
      {children}
    </button>
  );
}
