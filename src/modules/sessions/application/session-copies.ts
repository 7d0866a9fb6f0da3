import { Injectable } from '@nestjs/common';
import { Realtime } from '../../../platform/realtime/realtime.js';
import type { Evidence } from '../domain/attendance.js';
import type { PausedFor } from '../domain/pause.js';

/** Evidence that came to a copy which does not look after the session. */
export interface FarEvidence {
  readonly sessionId: string;
  readonly personId: string;
  readonly evidence: Evidence;
  /** What the browser itself says, with a heartbeat. */
  readonly saysConnected: boolean;
}

interface Here {
  readonly sessionId: string;
  readonly learner: boolean;
  readonly expert: boolean;
}

/** The meter of a session that another copy looks after is to stand, or to go on. */
interface FarPause {
  readonly sessionId: string;
  readonly pausedFor: PausedFor | null;
}

const EVIDENCE = 'sessions.evidence';
const LOOK = 'sessions.look';
const TAKEN = 'sessions.taken';
const HERE = 'sessions.here';
const PAUSE = 'sessions.pause';
const CEILING = 'sessions.ceiling';

/** What copies of the program tell each other about sessions; each is looked after by one of them. */
@Injectable()
export class SessionCopies {
  private readonly here = new Map<string, Here>();

  constructor(private readonly realtime: Realtime) {
    realtime.onOtherCopies<Here>(HERE, (here) => this.here.set(here.sessionId, here));
  }

  pass(evidence: FarEvidence): void {
    this.realtime.toOtherCopies(EVIDENCE, evidence);
  }

  /** Something may have changed in the room: whoever looks after it should ask the media server. */
  askToLook(sessionId: string): void {
    this.realtime.toOtherCopies(LOOK, { sessionId });
  }

  /** From now on this copy looks after it. */
  tellTaken(sessionId: string): void {
    this.realtime.toOtherCopies(TAKEN, { sessionId });
  }

  tellPause(pause: FarPause): void {
    this.realtime.toOtherCopies(PAUSE, pause);
  }

  /** Its row says that it may last longer. */
  tellCeiling(sessionId: string): void {
    this.realtime.toOtherCopies(CEILING, { sessionId });
  }

  tellWhoIsHere(here: Here): void {
    this.realtime.toOtherCopies(HERE, here);
  }

  /** Who is in a room that another copy looks after, as far as that copy has told. */
  whoIsHere(sessionId: string): Omit<Here, 'sessionId'> | null {
    return this.here.get(sessionId) ?? null;
  }

  forget(sessionId: string): void {
    this.here.delete(sessionId);
  }

  onEvidence(listener: (evidence: FarEvidence) => void): void {
    this.realtime.onOtherCopies(EVIDENCE, listener);
  }

  onPause(listener: (pause: FarPause) => void): void {
    this.realtime.onOtherCopies(PAUSE, listener);
  }

  onCeiling(listener: (sessionId: string) => void): void {
    this.onSession(CEILING, listener);
  }

  onLook(listener: (sessionId: string) => void): void {
    this.onSession(LOOK, listener);
  }

  onTaken(listener: (sessionId: string) => void): void {
    this.onSession(TAKEN, listener);
  }

  private onSession(message: string, listener: (sessionId: string) => void): void {
    this.realtime.onOtherCopies<{ sessionId: string }>(message, ({ sessionId }) =>
      listener(sessionId),
    );
  }
}
