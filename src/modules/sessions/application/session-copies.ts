import { Injectable } from '@nestjs/common';
import { Realtime } from '../../../platform/realtime/realtime.js';
import type { Evidence } from '../domain/attendance.js';

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

const EVIDENCE = 'sessions.evidence';
const LOOK = 'sessions.look';
const TAKEN = 'sessions.taken';
const HERE = 'sessions.here';

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

  onLook(listener: (sessionId: string) => void): void {
    this.realtime.onOtherCopies<{ sessionId: string }>(LOOK, ({ sessionId }) =>
      listener(sessionId),
    );
  }

  onTaken(listener: (sessionId: string) => void): void {
    this.realtime.onOtherCopies<{ sessionId: string }>(TAKEN, ({ sessionId }) =>
      listener(sessionId),
    );
  }
}
