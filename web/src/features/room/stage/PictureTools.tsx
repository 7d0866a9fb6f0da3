import type { ReactNode, RefObject } from 'react';
import { useT } from '../../../i18n/use-t';
import { DrawIcon, ExpandIcon, type Icon, InsetIcon } from '../../../shared/ui/icons';

interface PictureToolsProps {
  /** The large picture; null while the other shows none. */
  main: RefObject<HTMLVideoElement | null>;
  hasPicture: boolean;
  stage: RefObject<HTMLElement | null>;
  isFreezing: boolean;
  onFreeze: (video: HTMLVideoElement) => void;
}

/** What can be done with the large picture itself; what this browser cannot do is not offered. */
export function PictureTools(props: PictureToolsProps): ReactNode {
  const t = useT();
  const { main, hasPicture, stage, isFreezing, onFreeze } = props;
  const withPicture = (work: (video: HTMLVideoElement) => unknown) => () => {
    if (main.current) work(main.current);
  };
  return (
    <div className="absolute start-3 top-1/2 grid -translate-y-1/2 gap-2">
      {hasPicture && (
        <Tool
          icon={DrawIcon}
          label={t('room:still.freeze')}
          isDisabled={isFreezing}
          onPress={withPicture(onFreeze)}
        />
      )}
      {hasPicture && document.pictureInPictureEnabled && (
        <Tool
          icon={InsetIcon}
          label={t('room:picture.inset')}
          onPress={withPicture((video) => void toggleInset(video))}
        />
      )}
      {document.fullscreenEnabled && (
        <Tool
          icon={ExpandIcon}
          label={t('room:picture.fullScreen')}
          onPress={() => void toggleFullScreen(stage.current)}
        />
      )}
    </div>
  );
}

interface ToolProps {
  icon: Icon;
  label: string;
  isDisabled?: boolean;
  onPress: () => void;
}

export function Tool({ icon: Mark, label, isDisabled = false, onPress }: ToolProps): ReactNode {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      disabled={isDisabled}
      onClick={onPress}
      className="grid size-11 place-items-center rounded-full border border-stage-line bg-stage-raised/85 text-lg focus-visible:outline-stage-ink disabled:opacity-50"
    >
      <Mark />
    </button>
  );
}

/** A browser may refuse, for example while the picture has not begun; then nothing changes. */
async function toggleInset(video: HTMLVideoElement): Promise<void> {
  const change = document.pictureInPictureElement
    ? document.exitPictureInPicture()
    : video.requestPictureInPicture();
  await change.catch(() => undefined);
}

async function toggleFullScreen(stage: HTMLElement | null): Promise<void> {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : stage?.requestFullscreen();
  await change?.catch(() => undefined);
}
