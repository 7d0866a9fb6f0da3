import { type ReactNode, useRef } from 'react';
import { useT } from '../../../i18n/use-t';
import { VideoTile } from '../../../shared/devices/VideoTile';
import { CameraOffIcon, DrawIcon, MicOffIcon } from '../../../shared/ui/icons';

interface OwnPictureProps {
  camera: MediaStreamTrack | null;
  isMuted: boolean;
  onFreeze: (video: HTMLVideoElement) => void;
}

/** How the other one sees me, small in a corner. */
export function OwnPicture({ camera, isMuted, onFreeze }: OwnPictureProps): ReactNode {
  const t = useT();
  const picture = useRef<HTMLVideoElement>(null);
  // A camera that looks away from the person is no mirror.
  const looksAway = camera?.getSettings().facingMode === 'environment';
  return (
    <div className="absolute end-3 bottom-3 grid aspect-[3/4] w-24 place-items-center overflow-hidden rounded-md border border-stage-line bg-stage-raised shadow-float sm:aspect-video sm:w-52">
      {camera ? (
        <VideoTile
          key={camera.id}
          track={camera}
          label={t('room:picture.own')}
          isMirrored={!looksAway}
          picture={picture}
          className="absolute inset-0 size-full"
        />
      ) : (
        <span className="text-xl text-stage-muted">
          <CameraOffIcon />
          <span className="sr-only">{t('room:picture.ownOff')}</span>
        </span>
      )}
      {camera && (
        <button
          type="button"
          title={t('room:still.freezeOwn')}
          aria-label={t('room:still.freezeOwn')}
          onClick={() => picture.current && onFreeze(picture.current)}
          className="absolute end-0 top-0 grid size-11 place-items-center rounded-bl-md bg-stage-raised/85 focus-visible:outline-stage-ink"
        >
          <DrawIcon />
        </button>
      )}
      {isMuted && (
        <span className="absolute start-1.5 bottom-1.5 grid size-7 place-items-center rounded-full bg-stage-danger text-sm text-stage-ink">
          <MicOffIcon />
        </span>
      )}
    </div>
  );
}
