import type { ReactNode } from 'react';
import { useT } from '../../../i18n/use-t';
import { VideoTile } from '../../../shared/devices/VideoTile';
import { CameraOffIcon, MicOffIcon } from '../../../shared/ui/icons';

interface OwnPictureProps {
  camera: MediaStreamTrack | null;
  isMuted: boolean;
}

/** How the other one sees me, small in a corner. */
export function OwnPicture({ camera, isMuted }: OwnPictureProps): ReactNode {
  const t = useT();
  return (
    <div className="absolute end-3 bottom-3 grid aspect-[3/4] w-24 place-items-center overflow-hidden rounded-md border border-stage-line bg-stage-raised shadow-float sm:aspect-video sm:w-52">
      {camera ? (
        <VideoTile
          key={camera.id}
          track={camera}
          label={t('room:picture.own')}
          isMirrored
          className="absolute inset-0 size-full"
        />
      ) : (
        <span className="text-xl text-stage-muted">
          <CameraOffIcon />
          <span className="sr-only">{t('room:picture.ownOff')}</span>
        </span>
      )}
      {isMuted && (
        <span className="absolute start-1.5 bottom-1.5 grid size-7 place-items-center rounded-full bg-stage-danger text-sm text-stage-ink">
          <MicOffIcon />
        </span>
      )}
    </div>
  );
}
