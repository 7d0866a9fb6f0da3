import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useT } from '../../../i18n/use-t';
import {
  DEVICE_KINDS,
  listDevices,
  openDevice,
  rememberChoice,
  type DeviceKind,
  type DeviceProblem,
} from '../../../shared/devices/local-devices';
import { LevelMeter } from '../../../shared/devices/LevelMeter';
import { SpeakerChoice } from '../../../shared/devices/SpeakerChoice';
import { Dialog } from '../../../shared/ui/Dialog';
import { SelectField } from '../../../shared/ui/Field';
import type { CallView, RoomCall } from '../call/room-call';

interface DeviceDialogProps {
  call: RoomCall;
  view: CallView;
  isOpen: boolean;
  onClose: () => void;
}

/** Another camera or microphone in mid-call. */
export function DeviceDialog({ call, view, isOpen, onClose }: DeviceDialogProps): ReactNode {
  const t = useT();
  const [problem, setProblem] = useState<DeviceProblem | null>(null);
  const choose = async (kind: DeviceKind, deviceId: string) => {
    const opened = await openDevice(kind, deviceId);
    setProblem(opened.problem);
    if (opened.track === null) return;
    rememberChoice(kind, deviceId);
    await call.useDevice(kind, opened.track);
  };
  return (
    <Dialog title={t('room:controls.devices')} isOpen={isOpen} onClose={onClose}>
      <div className="grid gap-5">
        {DEVICE_KINDS.map((kind) => (
          <Choice key={kind} kind={kind} current={view[kind]} onChoose={choose} />
        ))}
        {problem && (
          <p role="alert" className="text-sm text-danger">
            {t(`common:devices.problem.${problem}.title`)}
          </p>
        )}
        <SpeakerChoice />
        {view.microphone && !view.isMuted && <LevelMeter track={view.microphone} />}
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  kind: DeviceKind;
  current: MediaStreamTrack | null;
  onChoose: (kind: DeviceKind, deviceId: string) => Promise<void>;
}

function Choice({ kind, current, onChoose }: ChoiceProps): ReactNode {
  const t = useT();
  const { data = [] } = useQuery({ queryKey: ['devices', kind], queryFn: () => listDevices(kind) });
  return (
    <SelectField
      label={t(`common:devices.which.${kind}`)}
      value={current?.getSettings().deviceId ?? ''}
      onChange={(event) => void onChoose(kind, event.target.value)}
    >
      {current === null && <option value="">{t('room:controls.noDevice')}</option>}
      {data.map((device) => (
        <option key={device.deviceId} value={device.deviceId}>
          {device.label}
        </option>
      ))}
    </SelectField>
  );
}
