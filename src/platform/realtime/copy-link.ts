import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createAdapter } from '@socket.io/redis-adapter';
import { Redis } from 'ioredis';
import { Logger } from '../logging/logger.js';

const LINE_CHANNEL = 'visavis:copies';

/** The line between copies of the program: what one pushes to a page reaches it wherever the page is connected. */
@Injectable()
export class CopyLink implements OnApplicationShutdown {
  private readonly publisher: Redis;
  private readonly subscriber: Redis;
  private isTroubled = false;
  private readonly listeners: (() => void)[] = [];

  constructor(url: string, logger: Logger) {
    this.publisher = new Redis(url, {
      maxRetriesPerRequest: null,
      // The client says its version a moment after it connected. A line that listens by then is refused, takes the
      // refusal for the answer to its subscription, and is deaf from then on.
      disableClientInfo: true,
    });
    this.subscriber = this.publisher.duplicate();
    for (const connection of [this.publisher, this.subscriber])
      connection.on('error', (error: Error) => this.hear(error, logger));
    // What fails here is a line that went down again; that is heard as its error.
    this.subscriber.on('ready', () => void this.listen().catch(() => undefined));
  }

  adapter(): ReturnType<typeof createAdapter> {
    return createAdapter(this.publisher, this.subscriber, { key: 'visavis' });
  }

  /** Called whenever the line begins to work: at first, and again after it was down. */
  onBack(listener: () => void): void {
    this.listeners.push(listener);
  }

  onApplicationShutdown(): void {
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }

  /** Commands of a connection are done in order: once this one is, those of the adapter before it are too. */
  private async listen(): Promise<void> {
    await this.subscriber.subscribe(LINE_CHANNEL);
    this.isTroubled = false;
    this.listeners.forEach((listener) => listener());
  }

  /** Pages ask the store again by themselves; said once, not with every attempt to connect. */
  private hear(error: Error, logger: Logger): void {
    if (this.isTroubled) return;
    this.isTroubled = true;
    logger.warn('the line to the other copies is down', { reason: error.message });
  }
}
