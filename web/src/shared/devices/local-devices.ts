/** Camera or microphone of this person. */
export type DeviceKind = 'camera' | 'microphone';

/** Why a device is not there, in the order of how it can be mended. */
export type DeviceProblem = 'refused' | 'missing' | 'busy' | 'insecure' | 'failed';

export interface DeviceState {
  readonly track: MediaStreamTrack | null;
  readonly problem: DeviceProblem | null;
}

interface Choices {
  camera?: string;
  microphone?: string;
}

const STORED = 'visavis.devices';

const PICTURE_SIZE = { width: { ideal: 1280 }, height: { ideal: 720 } } as const;

export const DEVICE_KINDS = ['camera', 'microphone'] as const satisfies readonly DeviceKind[];

/** Devices chosen before on this machine. */
export function rememberedChoice(kind: DeviceKind): string | undefined {
  return readChoices()[kind];
}

export function rememberChoice(kind: DeviceKind, deviceId: string): void {
  localStorage.setItem(STORED, JSON.stringify({ ...readChoices(), [kind]: deviceId }));
}

function readChoices(): Choices {
  try {
    return (JSON.parse(localStorage.getItem(STORED) ?? '{}') ?? {}) as Choices;
  } catch {
    return {};
  }
}

/** Opens a device; never throws, because being in the room without a camera is allowed. */
export async function openDevice(kind: DeviceKind, deviceId?: string): Promise<DeviceState> {
  // Browsers hide devices from pages that did not come over a secure line.
  if (!('mediaDevices' in navigator)) return { track: null, problem: 'insecure' };
  // A remembered device that is unplugged today falls back to the usual one.
  const which = deviceId === undefined ? {} : { deviceId: { ideal: deviceId } };
  try {
    const stream = await navigator.mediaDevices.getUserMedia(
      kind === 'camera'
        ? { video: { ...which, ...PICTURE_SIZE } }
        : { audio: { ...which, echoCancellation: true, noiseSuppression: true } },
    );
    return { track: stream.getTracks()[0] ?? null, problem: null };
  } catch (error) {
    return { track: null, problem: problemOf(error) };
  }
}

/**
 * The camera on the other side of a phone, or the next one where cameras do not say which way they look.
 * The current one is stopped first: most phones open only one at a time.
 */
export async function openOtherCamera(current: MediaStreamTrack): Promise<DeviceState> {
  const { facingMode, deviceId } = current.getSettings();
  const cameras = await listDevices('camera');
  current.stop();
  if (facingMode === undefined) {
    const place = cameras.findIndex((camera) => camera.deviceId === deviceId);
    return openDevice('camera', cameras[(place + 1) % cameras.length]?.deviceId);
  }
  const wanted = facingMode === 'environment' ? 'user' : 'environment';
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { ...PICTURE_SIZE, facingMode: { ideal: wanted } },
    });
    return { track: stream.getTracks()[0] ?? null, problem: null };
  } catch (error) {
    return { track: null, problem: problemOf(error) };
  }
}

export function problemOf(error: unknown): DeviceProblem {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
  return 'failed';
}

export async function listDevices(kind: DeviceKind): Promise<MediaDeviceInfo[]> {
  if (!('mediaDevices' in navigator)) return [];
  const wanted = kind === 'camera' ? 'videoinput' : 'audioinput';
  const all = await navigator.mediaDevices.enumerateDevices();
  return all.filter((device) => device.kind === wanted && device.deviceId !== '');
}
