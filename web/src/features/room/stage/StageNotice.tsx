import type { ReactNode } from 'react';
import { useT } from '../../../i18n/use-t';
import type { SessionView } from '../../../shared/api/contract';
import { useLocale } from '../../../shared/format/locale-context';
import { formatClock, secondsUntil } from '../../../shared/format/time';
import { useNow } from '../../../shared/ui/use-now';
import type { CallView } from '../call/room-call';
import type { MeterNow } from '../call/use-meter';
import { CEILING_WARNING_SECONDS } from '../core/milestones';
import { MoreTimeOffer } from '../more-time/MoreTimeOffer';
import type { MoreTimeNow } from '../more-time/use-more-time';
import { Banner, BannerButton } from './Banner';
import { PausedNotice } from './PauseDialog';

interface StageNoticeProps {
  session: SessionView;
  view: CallView;
  meter: MeterNow;
  moreTime: MoreTimeNow;
  speaksMuted: boolean;
  hasFreezeFailed: boolean;
  onUnmute: () => void;
}

/** The one thing that matters right now, over the picture. */
export function StageNotice(props: StageNoticeProps): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const now = useNow(1000);
  const { session, view, meter, moreTime, speaksMuted, hasFreezeFailed, onUnmute } = props;
  const name = session.other.displayName;
  const countdown = (until: string) => formatClock(secondsUntil(until, now), locale);
  if (session.goodbyeEndsAt !== null)
    return (
      <Banner title={t('room:notice.goodbye.title')}>
        {t('room:notice.goodbye.text', { time: countdown(session.goodbyeEndsAt) })}
        <MoreTimeOffer session={session} moreTime={moreTime} />
      </Banner>
    );
  if (view.isBlocked)
    return <Banner title={t('room:notice.blocked.title')}>{t('room:notice.blocked.text')}</Banner>;
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
  if (session.pausedFor !== null) return <PausedNotice session={session} />;
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
        <MoreTimeOffer session={session} moreTime={moreTime} />
      </Banner>
    );
  return null;
}

/** Both are there and yet nothing is counted. */
function isLineTooPoor(session: SessionView, meter: MeterNow): boolean {
  const areBothThere = session.learnerPresent && session.expertPresent;
  return session.state === 'live' && areBothThere && !meter.running;
}
