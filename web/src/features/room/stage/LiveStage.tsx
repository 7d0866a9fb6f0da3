import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { useT } from '../../../i18n/use-t';
import type { SessionView } from '../../../shared/api/contract';
import { useImmersive } from '../../../shared/ui/immersive';
import type { CallView, RoomCall } from '../call/room-call';
import { useChat, useIsMine, type Chat } from '../call/use-chat';
import { useMeter } from '../call/use-meter';
import { useSpeakingWhileMuted } from '../call/use-speaking-while-muted';
import { useDocuments } from '../documents/use-documents';
import { useStill } from '../call/use-still';
import { useWakeLock } from '../call/use-wake-lock';
import type { RoomNow } from '../core/milestones';
import { PayForTime } from '../more-time/PayForTime';
import { useMoreTime } from '../more-time/use-more-time';
import { Announcements } from './Announcements';
import { ChatPanel } from './ChatPanel';
import { Controls } from './Controls';
import { DrawingBoard } from './DrawingBoard';
import { EndDialog } from './EndDialog';
import { LeftNotice } from './LeftNotice';
import { OwnPicture } from './OwnPicture';
import { OtherPicture } from './OtherPicture';
import { PauseDialog } from './PauseDialog';
import { PictureTools } from './PictureTools';
import { StageNotice } from './StageNotice';
import { TopBar } from './TopBar';
import { WeakLine } from './WeakLine';

/** The editor is large, and most rooms never open it. */
const DocumentsPanel = lazy(async () => ({
  default: (await import('../documents/DocumentsPanel')).DocumentsPanel,
}));

interface LiveStageProps {
  session: SessionView;
  call: RoomCall;
  view: CallView;
  onComeBack: () => void;
}

/** The room itself: the other person large, everything else quiet around them. */
export function LiveStage({ session, call, view, onComeBack }: LiveStageProps): ReactNode {
  const t = useT();
  useImmersive(true);
  const meter = useMeter(session);
  const moreTime = useMoreTime(session, meter.remainingSeconds);
  const chat = useChat(session.id);
  const [isPausing, setIsPausing] = useState(false);
  const documents = useDocuments(session.id);
  const [panel, setPanel] = useState<'chat' | 'documents' | null>(null);
  const isChatOpen = panel === 'chat';
  const [isEnding, setIsEnding] = useState(false);
  const chatButton = useRef<HTMLButtonElement>(null);
  const documentsButton = useRef<HTMLButtonElement>(null);
  const stage = useRef<HTMLElement>(null);
  const main = useRef<HTMLVideoElement>(null);
  const ownId = view.seat?.participantId ?? '';
  const still = useStill(session.id, ownId);
  useWakeLock(view.state !== 'left');
  const closePanel = () => {
    (isChatOpen ? chatButton : documentsButton).current?.focus();
    setPanel(null);
  };
  const toggle = (which: 'chat' | 'documents') =>
    setPanel((before) => (before === which ? null : which));
  const unread = useUnread(chat, isChatOpen, useIsMine(view.seat));
  const speaksMuted = useSpeakingWhileMuted(view.microphone, view.isMuted);
  if (view.state === 'left')
    return <LeftNotice reason={view.leaveReason} onComeBack={onComeBack} />;
  return (
    <section
      ref={stage}
      aria-label={t('room:title')}
      className="fixed inset-0 z-40 grid grid-rows-[auto_minmax(0,1fr)_auto] bg-stage text-stage-ink"
    >
      <Announcements
        name={session.other.displayName}
        room={{
          isOtherHere: view.isOtherConnected,
          isMuted: view.isMuted,
          isRunning: meter.running,
          remainingSeconds: meter.remainingSeconds,
          isPaused: session.pausedFor !== null,
          proposal: moreTime.proposal && saidOf(moreTime.proposal),
        }}
      />
      <TopBar session={session} view={view} meter={meter} />
      <div className="relative flex min-h-0">
        <div className="relative min-w-0 grow">
          <OtherPicture session={session} view={view} main={main} />
          <PictureTools
            main={main}
            hasPicture={hasPicture(view)}
            stage={stage}
            isFreezing={still.isFreezing}
            onFreeze={still.freeze}
          />
          <WeakLine name={session.other.displayName} own={view.rung} other={view.otherRung} />
          <OwnPicture camera={view.camera} isMuted={view.isMuted} onFreeze={still.freeze} />
          {still.still && (
            <DrawingBoard session={session} open={still} still={still.still} ownId={ownId} />
          )}
          <StageNotice
            session={session}
            view={view}
            meter={meter}
            moreTime={moreTime}
            speaksMuted={speaksMuted}
            hasFreezeFailed={still.problem !== null}
            onUnmute={() => void call.setMuted(false)}
          />
        </div>
        {isChatOpen && (
          <ChatPanel chat={chat} other={session.other} seat={view.seat} onClose={closePanel} />
        )}
        {panel === 'documents' && (
          <Suspense>
            <DocumentsPanel session={session} documents={documents} onClose={closePanel} />
          </Suspense>
        )}
      </div>
      <Controls
        role={session.role}
        call={call}
        view={view}
        isChatOpen={isChatOpen}
        unread={unread}
        chatButton={chatButton}
        canPause={session.state === 'live' && session.pausedFor === null && meter.running}
        onPause={() => setIsPausing(true)}
        onChat={() => toggle('chat')}
        documents={{
          isOpen: panel === 'documents',
          unseen: documents.unseen,
          button: documentsButton,
          onToggle: () => toggle('documents'),
        }}
        onEnd={() => setIsEnding(true)}
      />
      <PauseDialog session={session} isOpen={isPausing} onClose={() => setIsPausing(false)} />
      <PayForTime session={session} moreTime={moreTime} />
      <EndDialog session={session} isOpen={isEnding} onClose={() => setIsEnding(false)} />
    </section>
  );
}

/** What of a proposal is read out to whoever did not just make it. */
function saidOf({ state, isMine }: { state: string; isMine: boolean }): RoomNow['proposal'] {
  if (state === 'granted') return 'granted';
  return state === 'proposed' && !isMine ? 'asked' : null;
}

function hasPicture({ remote: { camera, screen } }: CallView): boolean {
  return Boolean(screen?.track) || Boolean(camera?.track && !camera.muted);
}

/** The other's messages that came while the chat was shut; what was there before the first look counts as read. */
function useUnread(
  { messages, hasLoaded }: Chat,
  isOpen: boolean,
  isMine: ReturnType<typeof useIsMine>,
): number {
  const count = messages.filter((message) => !isMine(message)).length;
  const [seen, setSeen] = useState<number | null>(null);
  useEffect(() => {
    if (isOpen || (hasLoaded && seen === null)) setSeen(count);
  }, [isOpen, hasLoaded, seen, count]);
  return isOpen || seen === null ? 0 : Math.max(0, count - seen);
}
