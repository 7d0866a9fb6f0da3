import type { LocalMedia } from '../core/room-connector';
import { StandingConnector } from './standing-connector';

/** A connector that needs another ticket for another attempt, because a server of its own lets it in. */
export abstract class TicketedConnector<Ticket> extends StandingConnector<Ticket> {
  /** @param freshTicket for another attempt; null when there is no seat any more */
  constructor(private readonly freshTicket: () => Promise<Ticket | null>) {
    super();
  }

  /** Resolves when the line stands; rejects when the server refuses or cannot be reached. */
  protected abstract connect(ticket: Ticket): Promise<void>;

  async join(ticket: Ticket, media: LocalMedia): Promise<void> {
    this.begin(media);
    this.become('connecting');
    try {
      await this.connect(ticket);
    } catch (error) {
      this.end('refused');
      throw error;
    }
  }

  protected async tryAgain(): Promise<void> {
    let ticket: Ticket | null;
    try {
      ticket = await this.freshTicket();
    } catch {
      return this.reconnect();
    }
    if (ticket === null) return this.end('refused');
    if (this.state !== 'reconnecting') return;
    await this.connect(ticket).catch(() => this.reconnect());
  }
}
