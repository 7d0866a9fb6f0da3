import { useCallback, useEffect, useRef, useState } from 'react';
import { correctionOf } from './keep-together';

const LOOK_EVERY_MS = 250;

export interface Player {
  readonly isPlaying: boolean;
  readonly seconds: number;
  readonly speed: number;
  /** A track as it comes to the page or goes. */
  hold(id: string, track: HTMLVideoElement | null): void;
  toggle(): void;
  seek(seconds: number): void;
  setSpeed(speed: number): void;
}

/** Several tracks played as one: the first one leads, the others follow it. */
export function usePlayer(durationSeconds: number): Player {
  const tracks = useRef(new Map<string, HTMLVideoElement>());
  const [isPlaying, setIsPlaying] = useState(false);
  const [seconds, setSeconds] = useState(0);
  const [speed, setSpeedState] = useState(1);

  const hold = useCallback((id: string, track: HTMLVideoElement | null) => {
    if (track) tracks.current.set(id, track);
    else tracks.current.delete(id);
  }, []);
  const each = useCallback((act: (track: HTMLVideoElement) => void) => {
    tracks.current.forEach(act);
  }, []);
  const seek = useCallback(
    (to: number) => {
      const wanted = Math.min(Math.max(0, to), durationSeconds);
      each((track) => (track.currentTime = wanted));
      setSeconds(wanted);
    },
    [each, durationSeconds],
  );
  const toggle = useCallback(() => setIsPlaying((before) => !before), []);
  const setSpeed = useCallback(
    (wanted: number) => {
      each((track) => (track.playbackRate = wanted));
      setSpeedState(wanted);
    },
    [each],
  );

  useEffect(() => {
    if (!isPlaying) return each((track) => track.pause());
    const [leader] = tracks.current.values();
    if (leader && leader.currentTime >= durationSeconds - 0.05) seek(0);
    each((track) => void track.play().catch(() => setIsPlaying(false)));
    const timer = setInterval(() => {
      const [first, ...others] = tracks.current.values();
      if (!first) return;
      setSeconds(first.currentTime);
      if (first.ended) return setIsPlaying(false);
      for (const track of others) follow(track, first.currentTime, speed);
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isPlaying, speed, each, seek, durationSeconds]);

  return { isPlaying, seconds, speed, hold, toggle, seek, setSpeed };
}

function follow(track: HTMLVideoElement, leaderSeconds: number, speed: number): void {
  const correction = correctionOf(track.currentTime, leaderSeconds, speed);
  track.playbackRate = correction.kind === 'rate' ? correction.rate : speed;
  if (correction.kind === 'jump') track.currentTime = correction.toSeconds;
}
