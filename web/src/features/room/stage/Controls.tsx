import { useState, type ReactNode, type RefObject } from 'react';
import { useT } from '../../../i18n/use-t';
import { cx } from '../../../shared/ui/cx';
import {
  CameraIcon,
  CameraOffIcon,
  ChatIcon,
  ExpandIcon,
  HangUpIcon,
  MicIcon,
  MicOffIcon,
  SettingsIcon,
  type Icon,
} from '../../../shared/ui/icons';
import type { CallView, RoomCall } from '../call/room-call';
import { DeviceDialog } from './DeviceDialog';

interface ControlsProps {
  call: RoomCall;
  view: CallView;
  isChatOpen: boolean;
  unread: number;
  /** Where the focus goes when the chat is shut. */
  chatButton: RefObject<HTMLButtonElement | null>;
  onChat: () => void;
  onEnd: () => void;
}

export function Controls({
  call,
  view,
  isChatOpen,
  unread,
  chatButton,
  onChat,
  onEnd,
}: ControlsProps): ReactNode {
  const t = useT();
  const [isChoosing, setIsChoosing] = useState(false);
  const canShare = 'getDisplayMedia' in (navigator.mediaDevices ?? {});
  return (
    <>
      <div
        role="toolbar"
        aria-label={t('room:controls.label')}
        className="flex flex-wrap items-center justify-center gap-2 px-3 sm:gap-3 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
      >
        <Control
          icon={view.isMuted ? MicOffIcon : MicIcon}
          label={t(view.isMuted ? 'room:controls.unmute' : 'room:controls.mute')}
          isOff={view.isMuted}
          isDisabled={view.microphone === null}
          onPress={() => void call.setMuted(!view.isMuted)}
        />
        <Control
          icon={view.camera ? CameraIcon : CameraOffIcon}
          label={t(view.camera ? 'room:controls.cameraOff' : 'room:controls.cameraOn')}
          isOff={view.camera === null}
          onPress={() => void call.setCamera(view.camera === null)}
        />
        {canShare && (
          <Control
            icon={ExpandIcon}
            label={t(view.screen ? 'room:controls.screenOff' : 'room:controls.screenOn')}
            isOn={view.screen !== null}
            onPress={() => void call.setScreen(view.screen === null)}
          />
        )}
        <Control
          ref={chatButton}
          icon={ChatIcon}
          label={
            unread > 0 ? t('room:controls.chatUnread', { count: unread }) : t('room:controls.chat')
          }
          isOn={isChatOpen}
          badge={unread}
          onPress={onChat}
        />
        <Control
          icon={SettingsIcon}
          label={t('room:controls.devices')}
          onPress={() => setIsChoosing(true)}
        />
        <button
          type="button"
          onClick={onEnd}
          className="inline-flex min-h-12 items-center gap-2 rounded-full bg-stage-danger px-4 sm:px-5 font-medium text-stage-ink hover:opacity-90 focus-visible:outline-stage-ink"
        >
          <HangUpIcon className="text-lg" />
          <span className="max-sm:sr-only">{t('room:controls.end')}</span>
        </button>
      </div>
      <DeviceDialog
        call={call}
        view={view}
        isOpen={isChoosing}
        onClose={() => setIsChoosing(false)}
      />
    </>
  );
}

interface ControlProps {
  ref?: RefObject<HTMLButtonElement | null>;
  icon: Icon;
  label: string;
  isOn?: boolean;
  isOff?: boolean;
  isDisabled?: boolean;
  badge?: number;
  onPress: () => void;
}

function Control({
  ref,
  icon: Mark,
  label,
  isOn = false,
  isOff = false,
  isDisabled = false,
  badge = 0,
  onPress,
}: ControlProps): ReactNode {
  return (
    <button
      ref={ref}
      type="button"
      title={label}
      aria-label={label}
      disabled={isDisabled}
      onClick={onPress}
      className={cx(
        'relative grid size-12 place-items-center rounded-full text-lg focus-visible:outline-stage-ink disabled:opacity-50',
        isOff ? 'bg-stage-ink text-stage' : isOn ? 'bg-stage-accent text-stage' : 'bg-stage-raised',
      )}
    >
      <Mark />
      {badge > 0 && (
        <span
          aria-hidden="true"
          className="absolute -end-1 -top-1 grid min-w-5 place-items-center rounded-full bg-stage-accent px-1 text-xs font-bold text-stage"
        >
          {badge}
        </span>
      )}
    </button>
  );
}
