import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode, type RefObject } from 'react';
import { useT } from '../../../i18n/use-t';
import type { SessionView } from '../../../shared/api/contract';
import { listDevices } from '../../../shared/devices/local-devices';
import { cx } from '../../../shared/ui/cx';
import {
  CameraIcon,
  CameraOffIcon,
  ChatIcon,
  DocumentIcon,
  HangUpIcon,
  MicIcon,
  MicOffIcon,
  PauseIcon,
  ScreenIcon,
  SettingsIcon,
  TurnIcon,
  type Icon,
} from '../../../shared/ui/icons';
import type { CallView, RoomCall } from '../call/room-call';
import { DeviceDialog } from './DeviceDialog';
import { ShareWarning } from './ShareWarning';

interface ControlsProps {
  role: SessionView['role'];
  call: RoomCall;
  view: CallView;
  isChatOpen: boolean;
  unread: number;
  /** Where the focus goes when the chat is shut. */
  chatButton: RefObject<HTMLButtonElement | null>;
  onChat: () => void;
  /** While the meter runs. */
  canPause: boolean;
  onPause: () => void;
  documents: {
    readonly isOpen: boolean;
    /** Opened by the other since one last looked. */
    readonly unseen: number;
    readonly button: RefObject<HTMLButtonElement | null>;
    readonly onToggle: () => void;
  };
  onEnd: () => void;
}

export function Controls({
  role,
  call,
  view,
  isChatOpen,
  unread,
  chatButton,
  onChat,
  canPause,
  onPause,
  documents,
  onEnd,
}: ControlsProps): ReactNode {
  const t = useT();
  const [isChoosing, setIsChoosing] = useState(false);
  const [isWarned, setIsWarned] = useState(false);
  const [isSharing, setIsSharing] = useState(false);
  const canShare = 'getDisplayMedia' in (navigator.mediaDevices ?? {});
  const { data: cameras = [] } = useQuery({
    queryKey: ['devices', 'camera'],
    queryFn: () => listDevices('camera'),
  });
  // Whoever is helped is told once what no honest expert asks for.
  const share = () => {
    if (view.screen === null && role === 'learner' && !isWarned) setIsSharing(true);
    else void call.setScreen(view.screen === null);
  };
  return (
    <>
      <div
        role="toolbar"
        aria-label={t('room:controls.label')}
        className="flex flex-wrap items-center justify-center gap-1 px-2 sm:gap-3 sm:px-3 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
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
        {view.camera && cameras.length > 1 && (
          <Control
            icon={TurnIcon}
            label={t('room:controls.turnCamera')}
            onPress={() => void call.turnCamera()}
          />
        )}
        {canShare && (
          <Control
            icon={ScreenIcon}
            label={t(view.screen ? 'room:controls.screenOff' : 'room:controls.screenOn')}
            isOn={view.screen !== null}
            onPress={share}
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
          icon={PauseIcon}
          label={t('room:controls.pause')}
          isDisabled={!canPause}
          onPress={onPause}
        />
        <Control
          ref={documents.button}
          icon={DocumentIcon}
          label={
            documents.unseen > 0
              ? t('room:controls.documentsUnseen', { count: documents.unseen })
              : t('room:controls.documents')
          }
          isOn={documents.isOpen}
          badge={documents.unseen}
          onPress={documents.onToggle}
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
      <ShareWarning
        isOpen={isSharing}
        onClose={() => setIsSharing(false)}
        onShare={() => {
          setIsSharing(false);
          setIsWarned(true);
          void call.setScreen(true);
        }}
      />
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
