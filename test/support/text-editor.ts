import { randomUUID } from 'node:crypto';
import { agent } from 'supertest';
import * as Y from 'yjs';
import type { SocketAnswer, SocketPage } from './room.js';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** What the editor of a page does with a shared document, without the page. */
export class TextEditor {
  readonly doc = new Y.Doc();
  private readonly pending: Uint8Array[] = [];

  constructor(
    readonly page: SocketPage,
    readonly sessionId: string,
    readonly documentId: string,
  ) {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.pending.push(update);
    });
    page.socket.on('document.update', (message: { documentId: string; update: string }) => {
      if (message.documentId === documentId) this.take(message.update);
    });
  }

  get text(): string {
    return this.doc.getText('text').toJSON();
  }

  take(update: string): void {
    Y.applyUpdate(this.doc, Buffer.from(update, 'base64'), 'server');
  }

  async open(): Promise<SocketAnswer> {
    const answer = await this.page.say('document.open', {
      ...this.address(),
      stateVector: base64(Y.encodeStateVector(this.doc)),
    });
    if (answer.ok) this.take(String(answer['update']));
    return answer;
  }

  write(at: number, text: string): void {
    this.doc.getText('text').insert(at, text);
  }

  erase(at: number, length: number): void {
    this.doc.getText('text').delete(at, length);
  }

  /** The changes that the server has not been told. */
  outbox(): string[] {
    return this.pending.splice(0).map(base64);
  }

  say(update: string): Promise<SocketAnswer> {
    return this.page.say('document.update', { ...this.address(), update });
  }

  async flush(): Promise<void> {
    for (const update of this.outbox()) {
      const { ok, code } = await this.say(update);
      if (!ok) throw new Error(`refused: ${code}`);
    }
  }

  private address(): { sessionId: string; documentId: string } {
    const { sessionId, documentId } = this;
    return { sessionId, documentId };
  }
}

type Http = ReturnType<typeof agent>;

/** @returns the id of a new document */
export async function aDocument(
  http: Http,
  sessionId: string,
  name = 'recipe.md',
): Promise<string> {
  const answer = await http
    .post(`/api/v1/sessions/${sessionId}/documents`)
    .send({ clientId: randomUUID(), name })
    .expect(201);
  return (answer.body as { id: string }).id;
}
