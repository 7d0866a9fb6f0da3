const STORED = 'visavis.devicesCheckedAt';

/** Ten minutes: what was tried out just now need not be tried again at the door. */
const FRESH_MS = 10 * 60 * 1000;

export function markDevicesChecked(wants: { camera: boolean; microphone: boolean }): void {
  sessionStorage.setItem(STORED, JSON.stringify({ at: Date.now(), ...wants }));
}

/** What was wanted when the devices were tried out lately in this tab, or null. */
export function devicesCheckedLately(): { camera: boolean; microphone: boolean } | null {
  try {
    const stored = JSON.parse(sessionStorage.getItem(STORED) ?? 'null') as {
      at: number;
      camera: boolean;
      microphone: boolean;
    } | null;
    return stored !== null && Date.now() - stored.at < FRESH_MS ? stored : null;
  } catch {
    return null;
  }
}
