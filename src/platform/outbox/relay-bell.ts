import { Temporal } from 'temporal-polyfill';

/** Tells the relays that there is something to do; they would also find it by themselves a moment later. */
export abstract class RelayBell {
  private listener: (() => void) | null = null;

  onRing(listener: () => void): void {
    this.listener = listener;
  }

  /** @param dueAt when there is something to do; never an error for whoever rings */
  abstract ring(dueAt: Temporal.Instant): void;

  /** The relay of this copy looks at once. */
  wakeOwnRelay(): void {
    this.listener?.();
  }
}
