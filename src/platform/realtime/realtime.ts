import { Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';
import type { CopyLink } from './copy-link.js';

/** Pushes to open pages. What matters is in the store; a push only saves the page from asking. */
@Injectable()
export class Realtime {
  private server: Server | null = null;
  private copies: CopyLink | null = null;
  private readonly fromCopies = new Map<string, (payload: object) => void>();
  private readonly whenMissed: (() => void)[] = [];

  /** @param copies the line to other copies; null when there are none */
  attach(server: Server, copies: CopyLink | null): void {
    this.server = server;
    this.copies = copies;
    for (const [event, listener] of this.fromCopies) server.on(event, listener);
    copies?.onBack(() => this.whenMissed.forEach((listener) => listener()));
  }

  /** To every open page of one person. */
  toPerson(accountId: string, event: string, payload: object): void {
    this.server?.to(personRoom(accountId)).emit(event, payload);
  }

  /** To everybody who entered the room, e.g. `session:<id>`. */
  toRoom(room: string, event: string, payload: object): void {
    this.server?.to(room).emit(event, payload);
  }

  toAll(event: string, payload: object): void {
    this.server?.emit(event, payload);
  }

  /** To the other copies of the program, if there are any; lost while the line to them is down. */
  toOtherCopies(event: string, payload: object): void {
    if (this.copies) this.server?.serverSideEmit(event, payload);
  }

  onOtherCopies<T extends object>(event: string, listener: (payload: T) => void): void {
    const listen = (payload: object): void => listener(payload as T);
    this.fromCopies.set(event, listen);
    this.server?.on(event, listen);
  }

  /** The line to the other copies works from now on: what they said before did not arrive. */
  onMissed(listener: () => void): void {
    this.whenMissed.push(listener);
  }

  /** Ends the connections of a sign-in that has ended. */
  disconnectSignIn(signInId: string): void {
    this.server?.in(signInRoom(signInId)).disconnectSockets(true);
  }
}

export function personRoom(accountId: string): string {
  return `person:${accountId}`;
}

export function signInRoom(signInId: string): string {
  return `sign-in:${signInId}`;
}
