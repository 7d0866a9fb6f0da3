import { useEffect, useState } from 'react';
import { watchLevel } from '../../../shared/devices/sound-level';

const LOUD = 0.25;
const SHOWN_MS = 4000;

/** Hears on a copy of the microphone whether somebody speaks although nobody can hear it. */
export function useSpeakingWhileMuted(track: MediaStreamTrack | null, isMuted: boolean): boolean {
  const [isSpeaking, setIsSpeaking] = useState(false);
  useEffect(() => {
    if (track === null || !isMuted) return;
    const copy = track.clone();
    copy.enabled = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = watchLevel(copy, (level) => {
      if (level < LOUD) return;
      setIsSpeaking(true);
      clearTimeout(timer);
      timer = setTimeout(() => setIsSpeaking(false), SHOWN_MS);
    });
    return () => {
      stop();
      copy.stop();
      clearTimeout(timer);
      setIsSpeaking(false);
    };
  }, [track, isMuted]);
  return isSpeaking;
}
