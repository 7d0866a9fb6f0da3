import { playOnChosenSpeaker } from './speaker';

/** Longer than a browser needs to begin to play. */
const HEARD_AFTER_MS = 400;

/** Reads how loud a track is, 0 to 1, until it is stopped. */
export function watchLevel(track: MediaStreamTrack, tell: (level: number) => void): () => void {
  const context = new AudioContext();
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let isWanted = true;
  const measure = () => {
    if (!isWanted) return;
    analyser.getFloatTimeDomainData(samples);
    let peak = 0;
    for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
    tell(Math.min(1, peak * 1.6));
    setTimeout(measure, 80);
  };
  measure();
  return () => {
    isWanted = false;
    source.disconnect();
    void context.close();
  };
}

/** Two soft notes: to hear whether the speaker works. */
export function playTestSound(): void {
  playNotes([523.25, 659.25], 0.22);
}

/**
 * Whether a page may make itself heard. After a reload browsers keep it silent until somebody has touched it.
 *
 * @returns false where a tap is needed first
 */
export async function canBeHeard(): Promise<boolean> {
  const context = new AudioContext();
  // Where it is allowed this settles at once; where it is not it never does.
  await Promise.race([
    context.resume().catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, HEARD_AFTER_MS)),
  ]);
  const isHeard = context.state === 'running';
  void context.close();
  return isHeard;
}

/** Rings until it is stopped: a bell that is heard without alarming. */
export function startRinging(): () => void {
  playNotes([659.25, 783.99, 659.25], 0.16);
  const timer = setInterval(() => playNotes([659.25, 783.99, 659.25], 0.16), 2200);
  return () => clearInterval(timer);
}

function playNotes(frequencies: readonly number[], seconds: number): void {
  const context = new AudioContext();
  void playOnChosenSpeaker(context);
  const volume = context.createGain();
  volume.connect(context.destination);
  volume.gain.value = 0;
  frequencies.forEach((frequency, index) => {
    const at = context.currentTime + 0.05 + index * seconds;
    const note = context.createOscillator();
    note.type = 'sine';
    note.frequency.value = frequency;
    note.connect(volume);
    note.start(at);
    note.stop(at + seconds);
    volume.gain.setTargetAtTime(0.2, at, 0.02);
    volume.gain.setTargetAtTime(0, at + seconds * 0.7, 0.05);
  });
  setTimeout(() => void context.close(), (frequencies.length * seconds + 0.5) * 1000);
}
