import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useT } from '../../../i18n/use-t';
import type { RecordingPurpose, SessionView } from '../../../shared/api/contract';
import { Button } from '../../../shared/ui/Button';
import { cx } from '../../../shared/ui/cx';
import { Dialog } from '../../../shared/ui/Dialog';
import { RecordIcon } from '../../../shared/ui/icons';
import { ConsentBoxes } from './ConsentBoxes';
import { milestoneOf, type RecordingMilestone } from './milestone';
import { isTaking, useRecording, type RoomConsent } from './use-recording';

/** The sign that both see while anything is recorded, with the one tap that stops it; and the way to begin. */
export function RecordingBar({ session }: { session: SessionView }): ReactNode {
  const t = useT();
  const consent = useRecording(session.id);
  const [isOpen, setIsOpen] = useState(false);
  const { room } = consent;
  const name = session.other.displayName;
  if (!room || (room.ban !== null && !room.purposes.some(isTaking))) return null;
  const taken = room.purposes.filter(isTaking);
  const failed = room.purposes.find(({ state }) => state === 'failed');
  const label = signOf(taken.map(({ purpose }) => purpose)) ?? (failed ? 'failed' : 'off');
  return (
    <div className="flex items-center gap-1">
      <Said consent={consent} name={name} />
      <button
        type="button"
        data-testid="recording-sign"
        onClick={() => setIsOpen(true)}
        className={cx(
          'inline-flex min-h-11 items-center gap-2 rounded-full px-3 text-sm focus-visible:outline-stage-ink',
          taken.length > 0 ? 'bg-danger font-medium text-on-danger' : 'text-stage-muted',
        )}
      >
        <RecordIcon className={cx(taken.length > 0 && 'animate-pulse-soft')} />
        <span className={cx(taken.length === 0 && !failed && 'max-sm:sr-only')}>
          {t(`room:recording.sign.${label}`)}
        </span>
      </button>
      {taken.length > 0 && (
        <button
          type="button"
          disabled={consent.saying !== null}
          onClick={() => taken.forEach(({ purpose }) => consent.answer(purpose, false))}
          className="min-h-11 rounded-full px-3 text-sm font-medium underline focus-visible:outline-stage-ink disabled:opacity-50"
        >
          {t('room:recording.stop')}
        </button>
      )}
      <Asked consent={consent} name={name} isHidden={isOpen} />
      <Dialog title={t('room:recording.title')} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <div className="grid gap-4">
          {failed && <p role="alert">{t('room:recording.said.failed')}</p>}
          <ConsentBoxes consent={consent} name={name} />
          {failed && (
            <Button look="secondary" onClick={() => consent.answer(failed.purpose, true)}>
              {t('room:recording.again')}
            </Button>
          )}
        </div>
      </Dialog>
    </div>
  );
}

function signOf(taken: readonly RecordingPurpose[]): 'copy' | 'evidence' | null {
  if (taken.includes('copy')) return 'copy';
  return taken.length > 0 ? 'evidence' : null;
}

/** What has happened to the recording, for those who cannot see the sign. */
function Said({ consent: { room }, name }: { consent: RoomConsent; name: string }): ReactNode {
  const t = useT();
  const before = useRef(room);
  const [said, setSaid] = useState<RecordingMilestone | null>(null);
  useEffect(() => {
    const milestone = milestoneOf(before.current, room);
    before.current = room;
    if (milestone !== null) setSaid(milestone);
  }, [room]);
  return (
    <p role="status" data-testid="recording-said" className="sr-only">
      {said && t(`room:recording.said.${said}`, { name })}
    </p>
  );
}

interface AskedProps {
  consent: RoomConsent;
  name: string;
  isHidden: boolean;
}

/** The other would like to record and waits for an answer; no answer is no. */
function Asked({ consent, name, isHidden }: AskedProps): ReactNode {
  const t = useT();
  const [declined, setDeclined] = useState<ReadonlySet<RecordingPurpose>>(new Set());
  const asked = consent.room?.purposes.find(
    ({ purpose, haveIAgreed, hasOtherAgreed }) =>
      hasOtherAgreed && !haveIAgreed && !declined.has(purpose),
  );
  if (!asked || isHidden) return null;
  const { purpose, keepHours } = asked;
  return (
    <section
      aria-label={t('room:recording.title')}
      className="absolute inset-x-3 bottom-24 z-10 mx-auto grid max-w-form animate-arrive gap-3 rounded-lg border border-stage-line bg-stage-raised p-5 text-stage-ink shadow-float"
    >
      <p role="status" className="font-medium">
        {t(`room:recording.${purpose}.asks`, { name })}
      </p>
      <p className="text-sm text-stage-muted">
        {t(`room:recording.${purpose}.means`, { name, count: Math.round(keepHours / 24) })}
      </p>
      <div className="flex flex-wrap gap-3">
        <button
          type="button"
          disabled={consent.saying !== null}
          onClick={() => consent.answer(purpose, true)}
          className="inline-flex min-h-11 items-center rounded-full bg-stage-accent px-5 font-medium text-stage"
        >
          {t('room:recording.yes')}
        </button>
        <button
          type="button"
          onClick={() => setDeclined((before) => new Set([...before, purpose]))}
          className="inline-flex min-h-11 items-center rounded-full border border-stage-line px-5 font-medium"
        >
          {t('room:recording.no')}
        </button>
      </div>
    </section>
  );
}
