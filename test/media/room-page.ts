import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { JoinTicket } from '../../src/modules/sessions/media/video-port.js';

export interface SeenTrack {
  readonly participantId: string;
  readonly source: string;
  readonly packetsReceived: number;
  readonly framesDecoded: number;
  readonly frameWidth: number;
  readonly audioEnergy: number;
}

export interface SeenPerson {
  readonly participantId: string;
  readonly connected: boolean;
  readonly sources: readonly { readonly source: string; readonly muted: boolean }[];
}

interface Wanted {
  readonly audio: boolean;
  readonly video: boolean;
}

/** Drives one browser page of the media journey (`browser-page.mjs`). */
export class RoomPage {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  static async open(browser: Browser, url: string): Promise<RoomPage> {
    const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction('globalThis.room');
    return new RoomPage(page, context);
  }

  /** @returns milliseconds until connected, devices already at hand */
  async join(ticket: JoinTicket, want: Wanted = { audio: true, video: true }): Promise<number> {
    const args = `${JSON.stringify(ticket)}, ${JSON.stringify(want)}`;
    return await this.page.evaluate<number>(`room.join(${args})`);
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.waitForFunction('globalThis.room');
  }

  async run(expression: string): Promise<void> {
    await this.page.evaluate(expression);
  }

  async states(): Promise<string[]> {
    return await this.page.evaluate<string[]>('room.states');
  }

  async firstFrameMs(id: string): Promise<number | undefined> {
    return await this.page.evaluate<number | undefined>(`room.firstFrameMs['${id}']`);
  }

  async pixels(id: string): Promise<number[]> {
    return await this.page.evaluate<number[]>(`room.pixels('${id}')`);
  }

  async people(): Promise<SeenPerson[]> {
    return await this.page.evaluate('room.people()');
  }

  async seen(participantId: string, source: string): Promise<SeenTrack | undefined> {
    const all = await this.page.evaluate<{ remote: SeenTrack[] }>('room.connector.stats()');
    return all.remote.find((one) => one.participantId === participantId && one.source === source);
  }

  /** UDP port of the media server that this page talks to. */
  async serverPort(): Promise<number> {
    const sdp = await this.page.evaluate<string>('room.answerSdp()');
    return Number(/^a=candidate:\S+ 1 udp \d+ \S+ (\d+) /m.exec(sdp)?.[1]);
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
