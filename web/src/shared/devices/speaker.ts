const STORED = 'visavis.speaker';
const listeners = new Set<() => void>();

/** Not every browser lets a page choose where its sound comes out. */
export function canChooseSpeaker(): boolean {
  return typeof HTMLMediaElement !== 'undefined' && 'setSinkId' in HTMLMediaElement.prototype;
}

/** The speaker chosen on this machine; empty is the usual one. */
export function chosenSpeaker(): string {
  return localStorage.getItem(STORED) ?? '';
}

export function chooseSpeaker(deviceId: string): void {
  localStorage.setItem(STORED, deviceId);
  for (const listener of listeners) listener();
}

/** Hears every choice until the returned function is called. */
export function onSpeakerChosen(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export async function listSpeakers(): Promise<MediaDeviceInfo[]> {
  if (!('mediaDevices' in navigator) || !canChooseSpeaker()) return [];
  const all = await navigator.mediaDevices.enumerateDevices();
  return all.filter(({ kind, deviceId }) => kind === 'audiooutput' && deviceId !== '');
}

/** Sends the sound of an element or a context to the chosen speaker; one that is unplugged today is passed over. */
export async function playOnChosenSpeaker(player: object): Promise<void> {
  const chosen = chosenSpeaker();
  if (chosen === '' || !('setSinkId' in player)) return;
  await (player as { setSinkId: (id: string) => Promise<void> })
    .setSinkId(chosen)
    .catch(() => undefined);
}
