import { Injectable } from '@nestjs/common';
import { RelayBell } from './relay-bell.js';

/** The bell of the only copy: what is due later its relay finds by itself. */
@Injectable()
export class LocalBell extends RelayBell {
  ring(): void {
    this.wakeOwnRelay();
  }
}
