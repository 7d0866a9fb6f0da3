import * as Y from 'yjs';
import { codeOf } from '../../../../shared/api/api-problem';
import type { SharedDocument } from '../../../../shared/api/contract';
import { realtime } from '../../../../shared/realtime/socket';
import { sendFile } from '../../chat/send-file';
import { fromBase64, toBase64 } from './base64';

/** What was typed is said five times a second at most. */
const SAY_AFTER_MS = 200;
const AGAIN_AFTER_MS = 2_000;
const SLOWER_AFTER_MS = 600;
/** What fits into one message of the connection; more goes as a file. */
const MESSAGE_BYTES_MAX = 120_000;

const CAN_WAIT = new Set(['network.unreachable', 'unknown', 'server.error', 'http.unavailable']);

export interface SyncView {
  /** Null until the text is here. */
  readonly document: SharedDocument | null;
  /** The session is over: it is read from now on. */
  readonly isOver: boolean;
  /** The server has everything, is being told, cannot be reached, or refuses what was written. */
  readonly state: 'opening' | 'kept' | 'saving' | 'offline' | 'refused';
  readonly problem: unknown;
}

interface Opened {
  readonly document: SharedDocument;
  readonly isOver: boolean;
  readonly update: string;
}

/**
 * One open document: what is typed here goes to the server, in one parcel at a time and until it was taken; what others
 * type comes in. Without a line one types on; all of it is merged when the line is back. Knows nothing of the editor.
 */
export class DocumentSync {
  readonly doc = new Y.Doc();
  readonly text = this.doc.getText('text');
  private view: SyncView = { document: null, isOver: false, state: 'opening', problem: null };
  private readonly listeners = new Set<() => void>();
  private readonly cleanups: (() => void)[] = [];
  private pending: Uint8Array[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;
  private isSaying = false;
  private isLeaving = false;

  constructor(
    private readonly sessionId: string,
    private readonly documentId: string,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly current = (): SyncView => this.view;

  start(): void {
    this.isLeaving = false;
    const take = (update: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      this.pending.push(update);
      if (this.view.state !== 'refused') this.show({ state: 'saving' });
      this.sayIn(SAY_AFTER_MS);
    };
    const warn = (event: BeforeUnloadEvent) => {
      if (this.pending.length > 0 || this.isSaying) event.preventDefault();
    };
    this.doc.on('update', take);
    // The connection itself finds out many seconds later.
    const lose = () => this.view.state !== 'refused' && this.show({ state: 'offline' });
    window.addEventListener('beforeunload', warn);
    window.addEventListener('offline', lose);
    this.cleanups.push(
      () => this.doc.off('update', take),
      () => window.removeEventListener('beforeunload', warn),
      () => window.removeEventListener('offline', lose),
      realtime.on('document.update', ({ documentId, update }) => {
        if (documentId === this.documentId) Y.applyUpdate(this.doc, fromBase64(update), this);
      }),
      realtime.on('document.changed', ({ document }) => {
        if (document.id === this.documentId) this.show({ document });
      }),
      realtime.onConnected(() => void this.open()),
    );
  }

  /** The editor is gone; what the server has not taken yet is still told. */
  stop(): void {
    this.isLeaving = true;
    this.leaveWhenDone();
  }

  private async open(): Promise<void> {
    const stateVector = toBase64(Y.encodeStateVector(this.doc));
    try {
      const opened = await realtime.ask<Opened>('document.open', {
        ...this.address(),
        stateVector,
      });
      Y.applyUpdate(this.doc, fromBase64(opened.update), this);
      this.show({
        document: opened.document,
        isOver: opened.isOver,
        state: this.pending.length > 0 ? 'saving' : 'kept',
        problem: null,
      });
      this.sayIn(0);
    } catch (problem) {
      if (!CAN_WAIT.has(codeOf(problem))) return this.show({ state: 'refused', problem });
      this.show({ state: this.view.document ? 'offline' : 'opening' });
      setTimeout(() => void (this.cleanups.length > 0 && this.open()), AGAIN_AFTER_MS);
    }
  }

  private sayIn(ms: number): void {
    if (this.timer !== null || this.isSaying) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.say();
    }, ms);
  }

  private async say(): Promise<void> {
    if (this.pending.length === 0) return this.leaveWhenDone();
    const parcel = Y.mergeUpdates(this.pending);
    this.pending = [];
    this.isSaying = true;
    let again = SAY_AFTER_MS;
    try {
      await this.deliver(parcel);
      if (this.pending.length === 0) this.show({ state: 'kept', problem: null });
    } catch (problem) {
      this.pending.unshift(parcel);
      const code = codeOf(problem);
      const isFast = code === 'sessions.too_many_updates';
      if (isFast) again = SLOWER_AFTER_MS;
      else if (CAN_WAIT.has(code)) {
        again = AGAIN_AFTER_MS;
        this.show({ state: 'offline' });
      } else {
        this.isSaying = false;
        return this.show({ state: 'refused', problem });
      }
    }
    this.isSaying = false;
    if (this.pending.length > 0) this.sayIn(again);
    else this.leaveWhenDone();
  }

  private async deliver(parcel: Uint8Array): Promise<void> {
    if (parcel.byteLength <= MESSAGE_BYTES_MAX)
      await realtime.ask('document.update', { ...this.address(), update: toBase64(parcel) });
    else
      await sendFile(
        `/api/v1/sessions/${this.sessionId}/documents/${this.documentId}/updates`,
        new File([parcel.slice()], 'update'),
        () => undefined,
        new AbortController().signal,
      );
  }

  private leaveWhenDone(): void {
    const hasMore = this.pending.length > 0 || this.isSaying;
    if (!this.isLeaving || (hasMore && this.view.state !== 'refused')) return;
    for (const clean of this.cleanups.splice(0)) clean();
    realtime.ask('document.close', this.address()).catch(() => undefined);
  }

  private address(): { sessionId: string; documentId: string } {
    const { sessionId, documentId } = this;
    return { sessionId, documentId };
  }

  private show(change: Partial<SyncView>): void {
    this.view = { ...this.view, ...change };
    for (const listener of this.listeners) listener();
  }
}
