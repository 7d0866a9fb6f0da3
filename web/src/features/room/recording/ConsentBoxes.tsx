import type { ReactNode } from 'react';
import { useT } from '../../../i18n/use-t';
import { ErrorSummary } from '../../../shared/forms/ErrorSummary';
import { CheckField } from '../../../shared/ui/Field';
import type { RoomConsent } from './use-recording';

const DAY_HOURS = 24;

interface ConsentBoxesProps {
  consent: RoomConsent;
  /** Who is in the room besides. */
  name: string;
}

/** One box for each purpose, unticked until one ticks it: who will see it, how long it is kept, and that it can be taken back. */
export function ConsentBoxes({ consent, name }: ConsentBoxesProps): ReactNode {
  const t = useT();
  const { room, problem, saying, answer } = consent;
  if (!room) return null;
  if (room.ban !== null) return <p className="text-muted">{t(`room:recording.ban.${room.ban}`)}</p>;
  return (
    <div className="grid gap-4">
      <ErrorSummary error={problem} />
      <p className="text-muted">{t('room:recording.rule', { name })}</p>
      {room.purposes.map(({ purpose, haveIAgreed, hasOtherAgreed, keepHours }) => (
        <div key={purpose} className="grid gap-1">
          <CheckField
            label={t(`room:recording.${purpose}.agree`)}
            checked={saying?.purpose === purpose ? saying.hasAgreed : haveIAgreed}
            onChange={({ target }) => answer(purpose, target.checked)}
          />
          <p className="ps-8 text-sm text-muted">
            {t(`room:recording.${purpose}.means`, {
              name,
              count: Math.round(keepHours / DAY_HOURS),
            })}
          </p>
          <p role="status" className="ps-8 text-sm font-medium">
            {t(hasOtherAgreed ? 'room:recording.otherYes' : 'room:recording.otherNo', { name })}
          </p>
        </div>
      ))}
    </div>
  );
}
