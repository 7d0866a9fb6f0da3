import { useEffect, useRef, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { Button } from '../ui/Button';
import { SelectField } from '../ui/Field';
import { CameraIcon, CameraOffIcon, MicIcon, MicOffIcon, SpeakerIcon } from '../ui/icons';
import { Notice } from '../ui/Notice';
import { Spinner } from '../ui/Spinner';
import { LevelMeter } from './LevelMeter';
import { DEVICE_KINDS, rememberedChoice, type DeviceKind } from './local-devices';
import { playTestSound } from './sound-level';
import type { LocalDevices } from './use-local-devices';
import { SpeakerChoice } from './SpeakerChoice';
import { VideoTile } from './VideoTile';

/** Picture, microphone and speaker before it counts. Everything here is optional: one may join without. */
export function DeviceCheck({ devices }: { devices: LocalDevices }): ReactNode {
  const t = useT();
  const { open } = devices;
  const hasAsked = useRef(false);
  useEffect(() => {
    if (hasAsked.current) return;
    hasAsked.current = true;
    void open();
  }, [open]);
  return (
    <div className="grid gap-5 md:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
      <Preview devices={devices} />
      <div className="grid content-start gap-5">
        {DEVICE_KINDS.map((kind) => (
          <DevicePart key={kind} kind={kind} devices={devices} />
        ))}
        <div className="grid justify-items-start gap-1.5">
          <SpeakerChoice />
          <Button look="secondary" onClick={playTestSound}>
            <SpeakerIcon />
            {t('common:devices.testSpeaker')}
          </Button>
          <p className="text-sm text-muted">{t('common:devices.speakerHint')}</p>
        </div>
      </div>
    </div>
  );
}

function Preview({ devices }: { devices: LocalDevices }): ReactNode {
  const t = useT();
  const { camera, isOpening } = devices;
  return (
    <div className="relative grid aspect-video content-center justify-items-center overflow-hidden rounded-lg bg-stage text-stage-muted">
      {camera.track ? (
        <VideoTile
          track={camera.track}
          label={t('common:devices.preview')}
          isMirrored
          className="absolute inset-0 size-full"
        />
      ) : isOpening ? (
        <p className="grid justify-items-center gap-2">
          <Spinner />
          {t('common:devices.asking')}
        </p>
      ) : (
        <p className="grid justify-items-center gap-2">
          <CameraOffIcon className="text-2xl" />
          {t('common:devices.noPicture')}
        </p>
      )}
    </div>
  );
}

const ICONS = { camera: [CameraIcon, CameraOffIcon], microphone: [MicIcon, MicOffIcon] } as const;

function DevicePart({ kind, devices }: { kind: DeviceKind; devices: LocalDevices }): ReactNode {
  const t = useT();
  const { track, problem } = devices[kind];
  const choices = devices.choices[kind];
  const [On, Off] = ICONS[kind];
  return (
    <div className="grid gap-2">
      <div className="flex items-center justify-between gap-3">
        <h3 className="flex items-center gap-2 text-base">
          {track ? <On /> : <Off />}
          {t(`common:devices.${kind}`)}
        </h3>
        {track && (
          <button
            type="button"
            className="min-h-11 px-2 text-sm text-accent underline"
            onClick={() => devices.close(kind)}
          >
            {t('common:devices.without')}
          </button>
        )}
        {!track && problem === null && !devices.isOpening && (
          <button
            type="button"
            className="min-h-11 px-2 text-sm text-accent underline"
            onClick={() => void devices.choose(kind, rememberedChoice(kind) ?? 'default')}
          >
            {t('common:devices.turnOn')}
          </button>
        )}
      </div>
      {problem && (
        <Notice tone="caution" role="status" title={t(`common:devices.problem.${problem}.title`)}>
          <p>{t(`common:devices.problem.${problem}.how`)}</p>
          <button
            type="button"
            className="mt-1 min-h-11 font-medium underline"
            onClick={() => void devices.choose(kind, rememberedChoice(kind) ?? 'default')}
          >
            {t('common:error.again')}
          </button>
        </Notice>
      )}
      {track && choices.length > 1 && (
        <SelectField
          label={t(`common:devices.which.${kind}`)}
          value={track.getSettings().deviceId ?? ''}
          onChange={(event) => void devices.choose(kind, event.target.value)}
        >
          {choices.map((device) => (
            <option key={device.deviceId} value={device.deviceId}>
              {device.label}
            </option>
          ))}
        </SelectField>
      )}
      {kind === 'microphone' && track && <LevelMeter track={track} />}
    </div>
  );
}
