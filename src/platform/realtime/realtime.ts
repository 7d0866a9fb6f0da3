import { Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';

/** Pushes to open pages. What matters is in the store; a push only saves the page from asking. */
@Injectable()
export class Realtime {
  private server: Server | null = null;

  attach(server: Server): void {
    this.server = server;
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
