import type { Unsubscribe } from './room-connector';

/** Everybody who wants to hear of one thing. */
export class Listeners<T> {
  private readonly all = new Set<(value: T) => void>();

  add(listener: (value: T) => void): Unsubscribe {
    this.all.add(listener);
    return () => {
      this.all.delete(listener);
    };
  }

  tell(value: T): void {
    for (const listener of [...this.all]) listener(value);
  }
}
