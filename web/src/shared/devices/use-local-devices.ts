import { useCallback, useEffect, useRef, useState } from 'react';
import {
  DEVICE_KINDS,
  listDevices,
  openDevice,
  rememberChoice,
  rememberedChoice,
  type DeviceKind,
  type DeviceState,
} from './local-devices';

const CLOSED: DeviceState = { track: null, problem: null };

export interface LocalDevices {
  readonly camera: DeviceState;
  readonly microphone: DeviceState;
  readonly isOpening: boolean;
  readonly choices: Readonly<Record<DeviceKind, readonly MediaDeviceInfo[]>>;
  readonly open: () => Promise<void>;
  readonly choose: (kind: DeviceKind, deviceId: string) => Promise<void>;
  /** Gives a device back: its light goes out. */
  readonly close: (kind: DeviceKind) => void;
  /** Takes the tracks out, to live on after the component: they are the caller's to stop. */
  readonly take: () => { camera: MediaStreamTrack | null; microphone: MediaStreamTrack | null };
}

/** Camera and microphone while they are tried out. What was not taken is closed at the end. */
export function useLocalDevices(): LocalDevices {
  const [states, setStates] = useState({ camera: CLOSED, microphone: CLOSED });
  const [choices, setChoices] = useState<Record<DeviceKind, MediaDeviceInfo[]>>({
    camera: [],
    microphone: [],
  });
  const [isOpening, setIsOpening] = useState(false);
  const live = useRef(states);
  const isGone = useRef(false);

  const put = useCallback((kind: DeviceKind, state: DeviceState) => {
    if (isGone.current) {
      state.track?.stop();
      return;
    }
    live.current[kind].track?.stop();
    live.current = { ...live.current, [kind]: state };
    setStates(live.current);
  }, []);

  const refreshChoices = useCallback(async () => {
    const [camera, microphone] = await Promise.all(DEVICE_KINDS.map(listDevices));
    if (!isGone.current) setChoices({ camera: camera ?? [], microphone: microphone ?? [] });
  }, []);

  const open = useCallback(async () => {
    setIsOpening(true);
    await Promise.all(
      DEVICE_KINDS.map(async (kind) => put(kind, await openDevice(kind, rememberedChoice(kind)))),
    );
    await refreshChoices();
    if (!isGone.current) setIsOpening(false);
  }, [put, refreshChoices]);

  const choose = useCallback(
    async (kind: DeviceKind, deviceId: string) => {
      rememberChoice(kind, deviceId);
      put(kind, await openDevice(kind, deviceId));
    },
    [put],
  );

  useEffect(() => {
    isGone.current = false;
    const media = 'mediaDevices' in navigator ? navigator.mediaDevices : null;
    const refresh = () => void refreshChoices();
    media?.addEventListener('devicechange', refresh);
    return () => {
      isGone.current = true;
      media?.removeEventListener('devicechange', refresh);
      for (const kind of DEVICE_KINDS) live.current[kind].track?.stop();
    };
  }, [refreshChoices]);

  const take = useCallback(() => {
    const { camera, microphone } = live.current;
    live.current = { camera: CLOSED, microphone: CLOSED };
    setStates(live.current);
    return { camera: camera.track, microphone: microphone.track };
  }, []);

  return {
    ...states,
    isOpening,
    choices,
    open,
    choose,
    close: useCallback((kind) => put(kind, CLOSED), [put]),
    take,
  };
}
