import { Injectable } from '@nestjs/common';

/** Tells the relay that there is something to do; it would also find it by itself a moment later. */
@Injectable()
export class RelayBell {
  private listener: (() => void) | null = null;

  onRing(listener: () => void): void {
    this.listener = listener;
  }

  ring(): void {
    this.listener?.();
  }
}
