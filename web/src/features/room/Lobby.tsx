import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { SessionView } from '../../shared/api/contract';
import { devicesCheckedLately } from '../../shared/devices/checked-flag';
import { DeviceCheck } from '../../shared/devices/DeviceCheck';
import { openDevice, rememberedChoice } from '../../shared/devices/local-devices';
import { useLocalDevices } from '../../shared/devices/use-local-devices';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { Avatar } from '../../shared/ui/Avatar';
import { Button } from '../../shared/ui/Button';
import { PageHeading } from '../../shared/ui/PageHeading';
import { Panel } from '../../shared/ui/Panel';
import { Spinner } from '../../shared/ui/Spinner';
import type { RoomCall } from './call/room-call';
import { LobbyConsent } from './recording/LobbyConsent';

interface LobbyProps {
  session: SessionView;
  call: RoomCall;
  problem: unknown;
}

/** Before the door: who is there, and how one will be seen and heard. Whoever has just checked goes straight in. */
export function Lobby({ session, call, problem }: LobbyProps): ReactNode {
  const t = useT();
  const devices = useLocalDevices();
  const [checked] = useState(() => (problem === null ? devicesCheckedLately() : null));
  const hasBegun = useRef(false);
  useEffect(() => {
    if (checked === null || hasBegun.current) return;
    hasBegun.current = true;
    void enterWith(call, checked);
  }, [call, checked]);

  if (checked !== null && problem === null)
    return (
      <p role="status" className="grid justify-items-center gap-4 py-24">
        <Spinner />
        {t('room:entering')}
      </p>
    );
  return (
    <div className="mx-auto grid max-w-[56rem] gap-5">
      <PageHeading className="mb-0" takesFocus>
        {t('room:lobby.title')}
      </PageHeading>
      <Who session={session} />
      <ErrorSummary error={problem} />
      <Panel title={t('room:lobby.check')}>
        <DeviceCheck devices={devices} />
      </Panel>
      <LobbyConsent sessionId={session.id} name={session.other.displayName} />
      <Button
        className="justify-self-stretch sm:justify-self-start"
        onClick={() => void call.enter(devices.take())}
      >
        {t(
          devices.camera.track || devices.microphone.track
            ? 'room:lobby.enter'
            : 'room:lobby.enterWithout',
        )}
      </Button>
    </div>
  );
}

/** Opens what was wanted at the check, and goes in. */
async function enterWith(
  call: RoomCall,
  wants: { camera: boolean; microphone: boolean },
): Promise<void> {
  const open = async (kind: 'camera' | 'microphone') =>
    wants[kind] ? (await openDevice(kind, rememberedChoice(kind))).track : null;
  const [camera, microphone] = await Promise.all([open('camera'), open('microphone')]);
  await call.enter({ camera, microphone });
}

function Who({ session }: { session: SessionView }): ReactNode {
  const t = useT();
  const isThere = session.role === 'learner' ? session.expertPresent : session.learnerPresent;
  return (
    <div className="flex items-center gap-4">
      <Avatar src={session.other.avatarUrl} />
      <div className="min-w-0">
        <p className="font-medium">
          <bdi className="whitespace-normal">{session.other.displayName}</bdi> ·{' '}
          {session.listingTitle}
        </p>
        <p role="status" className="text-sm text-muted">
          {t(isThere ? 'room:lobby.there' : 'room:lobby.notThere')}
        </p>
        {session.problem && (
          <p className="own-words mt-1 max-w-prose text-sm">“{session.problem}”</p>
        )}
      </div>
    </div>
  );
}
