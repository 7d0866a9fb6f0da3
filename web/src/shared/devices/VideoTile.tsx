import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { cx } from '../ui/cx';

interface VideoTileProps {
  track: MediaStreamTrack;
  label: string;
  /** The own picture is shown as in a mirror. */
  isMirrored?: boolean;
  fit?: 'cover' | 'contain';
  className?: string;
  /** For whoever does something with the picture itself. */
  picture?: RefObject<HTMLVideoElement | null>;
}

/** One picture. Sound is played elsewhere, so this is always silent. */
export function VideoTile({
  track,
  label,
  isMirrored = false,
  fit = 'cover',
  className,
  picture,
}: VideoTileProps): ReactNode {
  const own = useRef<HTMLVideoElement>(null);
  const video = picture ?? own;
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    element.srcObject = new MediaStream([track]);
    element.play().catch(() => undefined);
    return () => {
      element.srcObject = null;
    };
  }, [track, video]);
  return (
    <video
      ref={video}
      aria-label={label}
      autoPlay
      muted
      playsInline
      className={cx(
        fit === 'cover' ? 'object-cover' : 'object-contain',
        isMirrored && '-scale-x-100',
        className,
      )}
    />
  );
}
