import type { Socket } from 'socket.io';
import { NotSignedInError } from '../http/http.errors.js';
import type { Principal } from '../http/principal.js';

interface SocketData {
  person?: Principal | null;
}

export function setPerson(socket: Socket, person: Principal | null): void {
  (socket.data as SocketData).person = person;
}

/** @returns who opened the connection, or null for a visitor */
export function visitorOf(socket: Socket): Principal | null {
  return (socket.data as SocketData).person ?? null;
}

/** @throws NotSignedInError for a visitor */
export function personOf(socket: Socket): Principal {
  const person = visitorOf(socket);
  if (!person) throw new NotSignedInError();
  return person;
}
