import type { ReactNode } from 'react';
import { useT } from '../../../i18n/use-t';
import { Panel } from '../../../shared/ui/Panel';
import { ConsentBoxes } from './ConsentBoxes';
import { useRecording } from './use-recording';

/** Before the door: may it be recorded, and what for. Nothing is ticked beforehand. */
export function LobbyConsent({ sessionId, name }: { sessionId: string; name: string }): ReactNode {
  const t = useT();
  const consent = useRecording(sessionId);
  return (
    <Panel title={t('room:recording.title')} className="min-h-48">
      <ConsentBoxes consent={consent} name={name} />
    </Panel>
  );
}
