import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useT } from '../../../i18n/use-t';
import type { SessionView } from '../../../shared/api/contract';
import { onSpeakerChosen, playOnChosenSpeaker } from '../../../shared/devices/speaker';
import { VideoTile } from '../../../shared/devices/VideoTile';
import { Avatar } from '../../../shared/ui/Avatar';
import { cx } from '../../../shared/ui/cx';
import { MicOffIcon } from '../../../shared/ui/icons';
import type { CallView } from '../call/room-call';

interface OtherPictureProps {
  session: SessionView;
  view: CallView;
  /** The large picture, for whoever freezes it. */
  main: RefObject<HTMLVideoElement | null>;
}

/** The other person, or their screen with them small beside it; and their voice. */
export function OtherPicture({ session, view, main: picture }: OtherPictureProps): ReactNode {
  const t = useT();
  const { camera, screen, microphone } = view.remote;
  const { displayName, avatarUrl } = session.other;
  const face = camera?.track && !camera.muted && view.otherRung !== 'sound' ? camera.track : null;
  const shared = screen?.track ?? null;
  const [isFacePinned, setIsFacePinned] = useState(false);
  const areSwapped = isFacePinned && shared !== null && face !== null;
  const main = areSwapped ? face : (shared ?? face);
  const isScreen = main !== null && main === shared;
  const small = areSwapped ? shared : face;
  return (
    <>
      {main ? (
        <VideoTile
          key={main.id}
          track={main}
          picture={picture}
          label={t(isScreen ? 'room:picture.screen' : 'room:picture.other', { name: displayName })}
          fit={isScreen ? 'contain' : 'cover'}
          className={cx(
            'absolute inset-0 size-full transition-[filter] lg:object-contain',
            !view.isOtherConnected && 'brightness-50 grayscale',
          )}
        />
      ) : (
        <div className="absolute inset-0 grid content-center justify-items-center gap-4">
          <Avatar src={avatarUrl} className="size-36" />
          <p className="text-stage-muted">
            {t(view.isOtherConnected ? 'room:picture.none' : 'room:picture.away', {
              name: displayName,
            })}
          </p>
        </div>
      )}
      {shared && face && small && (
        <button
          type="button"
          aria-label={t(areSwapped ? 'room:picture.pinScreen' : 'room:picture.pinFace')}
          title={t(areSwapped ? 'room:picture.pinScreen' : 'room:picture.pinFace')}
          onClick={() => setIsFacePinned(!isFacePinned)}
          className="absolute start-3 top-3 aspect-video w-28 overflow-hidden rounded-md border border-stage-line focus-visible:outline-stage-ink sm:w-44"
        >
          <VideoTile
            key={small.id}
            track={small}
            label={t(areSwapped ? 'room:picture.screen' : 'room:picture.other', {
              name: displayName,
            })}
            className="size-full"
          />
        </button>
      )}
      {microphone?.muted && (
        <p className="absolute start-3 bottom-3 flex items-center gap-2 rounded-full bg-stage-raised px-3 py-1 text-sm">
          <MicOffIcon />
          {t('room:picture.otherMuted', { name: displayName })}
        </p>
      )}
      {microphone?.track && <Voice key={microphone.track.id} track={microphone.track} />}
    </>
  );
}

function Voice({ track }: { track: MediaStreamTrack }): ReactNode {
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const element = audio.current;
    if (element === null) return;
    element.srcObject = new MediaStream([track]);
    element.play().catch(() => undefined);
    const route = () => void playOnChosenSpeaker(element);
    route();
    const stop = onSpeakerChosen(route);
    return () => {
      stop();
      element.srcObject = null;
    };
  }, [track]);
  return <audio ref={audio} autoPlay />;
}
