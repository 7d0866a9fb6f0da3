import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useT } from '../../i18n/use-t';
import { SelectField } from '../ui/Field';
import { chooseSpeaker, chosenSpeaker, listSpeakers, onSpeakerChosen } from './speaker';

/** Where the other is heard; nothing where the browser leaves no choice. */
export function SpeakerChoice(): ReactNode {
  const t = useT();
  const chosen = useSyncExternalStore(onSpeakerChosen, chosenSpeaker, () => '');
  const { data: speakers = [] } = useQuery({
    queryKey: ['devices', 'speaker'],
    queryFn: listSpeakers,
  });
  if (speakers.length < 2) return null;
  return (
    <SelectField
      label={t('common:devices.which.speaker')}
      value={speakers.some(({ deviceId }) => deviceId === chosen) ? chosen : 'default'}
      onChange={(event) => chooseSpeaker(event.target.value)}
    >
      {speakers.map(({ deviceId, label }) => (
        <option key={deviceId} value={deviceId}>
          {label}
        </option>
      ))}
    </SelectField>
  );
}
