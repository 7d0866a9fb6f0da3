import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Logger } from '../../../platform/logging/logger.js';
import { Presence } from './presence.js';

/** A page that was closed is shown as away at most this much later than it could be. */
const SWEEP_EVERY_MS = 5_000;

/** Lets time pass for presence. Several copies may do so at once: the first to tell is the only one. */
@Injectable()
export class PresenceWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private sweeping: Promise<void> | null = null;

  constructor(
    private readonly presence: Presence,
    private readonly logger: Logger,
  ) {}

  /** Begins at once: after a stop of any length nobody is shown as free who is not. */
  onApplicationBootstrap(): void {
    this.sweep();
    this.timer = setInterval(() => this.sweep(), SWEEP_EVERY_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.sweeping;
  }

  private sweep(): void {
    this.sweeping ??= this.presence
      .sweep()
      .catch((error: unknown) => this.logger.error('presence could not be swept', error))
      .finally(() => {
        this.sweeping = null;
      });
  }
}
