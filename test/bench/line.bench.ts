import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { nobodyYet, witness } from '../../src/modules/sessions/domain/attendance.js';
import { append, billedSeconds, poorSeconds } from '../../src/modules/sessions/domain/meter.js';
import { advance, type SessionSnapshot } from '../../src/modules/sessions/domain/session-clock.js';
import type { MediaEvent } from '../../src/modules/sessions/media/video-port.js';
import { eventually } from '../media/eventually.js';
import { type MediaHarness, startMediaHarness } from '../media/harness.js';
import type { LossyLine } from '../media/lossy-line.js';
import { RoomPage } from '../media/room-page.js';
import { launchBrowser } from '../support/browser.js';
import { quantile } from './support/figures.mjs';

export interface Row {
  readonly what: string;
  readonly value: string;
  readonly unit: string;
}

interface Line {
  readonly name: string;
  readonly spoil: Partial<Pick<LossyLine, 'lossPercent' | 'delayMs' | 'bpsMax'>>;
}

const LINES: readonly Line[] = [
  { name: 'a sound line', spoil: {} },
  { name: '5 % loss', spoil: { lossPercent: 5 } },
  { name: '10 % loss', spoil: { lossPercent: 10 } },
  { name: '300 kbit/s', spoil: { bpsMax: 300_000 } },
  { name: '100 kbit/s', spoil: { bpsMax: 100_000 } },
  { name: '400 ms each way', spoil: { delayMs: 400 } },
];
/** The ladder finds its place first. */
const SETTLE_MS = 12_000;
const MEASURE_MS = 10_000;
const SWITCHES = 20;
const BELOW_FLOOR_MS = 30_000;

/** Bob's line is spoilt, Ada's is sound; what Ada sees and hears of Bob goes up it, the other way down. */
export async function run(): Promise<Row[]> {
  const harness = await startMediaHarness();
  const browser = await launchBrowser();
  try {
    const rows: Row[] = [];
    for (const line of LINES) rows.push(...(await measure(harness, browser, line)));
    rows.push(...(await climbBack(harness, browser)));
    rows.push(...(await switchNetworks(harness, browser)));
    rows.push(...(await billBelowFloor(harness, browser)));
    return rows;
  } finally {
    await browser.close();
    await harness.close();
  }
}

interface Pair {
  readonly roomId: string;
  readonly line: LossyLine;
  readonly ada: RoomPage;
  readonly bob: RoomPage;
}

let rooms = 0;

async function inRoom<T>(
  harness: MediaHarness,
  browser: Browser,
  work: (pair: Pair) => Promise<T>,
): Promise<T> {
  rooms += 1;
  const roomId = `line-${rooms}`;
  await harness.video.openRoom(roomId);
  const line = harness.lineOf('bob');
  const pages: RoomPage[] = [];
  try {
    for (const who of ['ada', 'bob']) {
      const page = await RoomPage.open(browser, harness.pageOf(roomId, who));
      pages.push(page);
      await page.join(await harness.video.admit(roomId, who));
      await page.run('room.keepPicture()');
    }
    const [ada, bob] = pages as [RoomPage, RoomPage];
    for (const [page, of] of [
      [ada, 'bob'],
      [bob, 'ada'],
    ] as const)
      await eventually(`frames of ${of}`, async () => (await framesOf(page, of)) > 20, 30_000);
    return await work({ roomId, line, ada, bob });
  } finally {
    await harness.video.closeRoom(roomId);
    await Promise.all(pages.map((page) => page.close()));
    harness.forgetLines();
  }
}

function measure(harness: MediaHarness, browser: Browser, { name, spoil }: Line): Promise<Row[]> {
  return inRoom(harness, browser, async ({ line, ada, bob }) => {
    Object.assign(line, spoil);
    await sleep(SETTLE_MS);
    const before = await lookBothWays(ada, bob);
    await sleep(MEASURE_MS);
    const after = await lookBothWays(ada, bob);
    return [
      ...rowsOf(`${name}, up the line (bob sends ${await rungOf(bob)})`, before.up, after.up),
      ...rowsOf(`${name}, down the line (ada sends ${await rungOf(ada)})`, before.down, after.down),
    ];
  });
}

function rowsOf(what: string, before: Seen, after: Seen): Row[] {
  const played = after.played - before.played;
  const came = played === 0 ? 0 : 100 * (1 - (after.made - before.made) / played);
  const framesASecond = (1000 * (after.frames - before.frames)) / MEASURE_MS;
  return [
    { what: `${what}: picture`, ...number(framesASecond, 'frames/s') },
    { what: `${what}: width`, ...number(after.width, 'px', 0) },
    { what: `${what}: sound that came`, ...number(came, '%') },
  ];
}

/** Down the ladder and up again. */
function climbBack(harness: MediaHarness, browser: Browser): Promise<Row[]> {
  return inRoom(harness, browser, async ({ line, bob }) => {
    line.bpsMax = 100_000;
    const downMs = await timeUntil('the ladder goes down', async () => {
      const rung = await rungOf(bob);
      return rung !== 'full' && rung !== 'low';
    });
    line.bpsMax = null;
    const upMs = await timeUntil('it is climbed again', async () => (await rungOf(bob)) === 'full');
    return [
      { what: 'to fewer pictures after the line broke in', ...number(downMs / 1000, 's') },
      { what: 'back to the full picture after it recovered', ...number(upMs / 1000, 's') },
    ];
  });
}

/** Wi-Fi to mobile, and no browser says so: the old way is dead, the next join finds another. */
function switchNetworks(harness: MediaHarness, browser: Browser): Promise<Row[]> {
  return inRoom(harness, browser, async ({ line, ada }) => {
    const backMs: number[] = [];
    for (let round = 0; round < SWITCHES; round += 1) {
      line.switchNetwork();
      const startMs = Date.now();
      // What was on its way is shown yet; from then on only a new way brings more.
      await sleep(300);
      const frames = await framesOf(ada, 'bob');
      const isBack = async (): Promise<boolean> => (await framesOf(ada, 'bob')) !== frames;
      await eventually('ada sees bob', isBack, 30_000);
      backMs.push(Date.now() - startMs);
      await sleep(2_000);
    }
    return [
      { what: `picture again after a network switch, p50 of ${SWITCHES}`, ...ms(backMs, 0.5) },
      { what: `picture again after a network switch, p95 of ${SWITCHES}`, ...ms(backMs, 0.95) },
    ];
  });
}

/** Half of the packets are lost for half a minute: what the meter makes of what the media server measures. */
function billBelowFloor(harness: MediaHarness, browser: Browser): Promise<Row[]> {
  return inRoom(harness, browser, async ({ roomId, line }) => {
    const meter = new Meter(Date.now());
    const heard = harness.events.length;
    const follow = (): void => {
      for (const event of harness.events.slice(heard))
        if (event.roomId === roomId) meter.take(event);
    };
    await sleep(6_000);
    const fromMs = Date.now();
    line.lossPercent = 50;
    await sleep(BELOW_FLOOR_MS);
    line.lossPercent = 0;
    const untilMs = Date.now();
    await sleep(12_000);
    follow();
    return [
      { what: 'seconds below the quality floor', ...number((untilMs - fromMs) / 1000, 's', 0) },
      { what: 'not counted by the meter', ...number(meter.poorSeconds(), 's', 0) },
      {
        what: 'of those below the floor billed',
        ...number(meter.billedIn(fromMs, untilMs), 's', 0),
      },
    ];
  });
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The session's own clock, fed with what the media server says of a room where both are. */
class Meter {
  private session: SessionSnapshot;
  private readonly seen = new Set<MediaEvent>();

  constructor(openedMs: number) {
    const there = witness(nobodyYet(false), {
      source: 'media',
      kind: 'connected',
      atMs: openedMs,
    });
    this.session = advance(
      {
        state: 'waiting',
        log: append([], { kind: 'opened', atMs: openedMs, reason: 'bench' }, sha256),
        learner: there,
        expert: there,
        learnerCame: true,
        expertCame: true,
        ceilingSeconds: 100_000,
        pausedFor: null,
        waitUntilMs: Number.MAX_SAFE_INTEGER,
        graceEndsAtMs: null,
        goodbyeEndsAtMs: null,
        endReason: null,
        endedAtMs: null,
      },
      openedMs,
      sha256,
    );
  }

  take(event: MediaEvent): void {
    if (this.seen.has(event) || event.kind !== 'quality') return;
    this.seen.add(event);
    const { participantId, audioLossPercent, atMs } = event;
    const who = participantId === 'ada' ? 'learner' : 'expert';
    const evidence = { source: 'line', audioLossPercent, atMs } as const;
    this.session = advance(
      { ...this.session, [who]: witness(this.session[who], evidence) },
      atMs,
      sha256,
    );
  }

  poorSeconds(): number {
    return poorSeconds(this.session.log, Date.now());
  }

  /** Whole windows of the measurement only: what lies half in one says nothing about the other half. */
  billedIn(fromMs: number, untilMs: number): number {
    const window = 5_000;
    const upTo = (ms: number): number =>
      billedSeconds(
        this.session.log.filter(({ atMs }) => atMs <= ms),
        ms,
      );
    return Math.max(0, upTo(untilMs - window) - upTo(fromMs + window));
  }
}

interface Seen {
  readonly frames: number;
  readonly width: number;
  readonly played: number;
  readonly made: number;
}

async function lookBothWays(ada: RoomPage, bob: RoomPage): Promise<{ up: Seen; down: Seen }> {
  return { up: await look(ada, 'bob'), down: await look(bob, 'ada') };
}

async function look(page: RoomPage, of: string): Promise<Seen> {
  const camera = await page.seen(of, 'camera');
  const heard = await page.page.evaluate<{ played: number; made: number }>('room.heard()');
  return { frames: camera?.framesDecoded ?? 0, width: camera?.frameWidth ?? 0, ...heard };
}

async function framesOf(page: RoomPage, of: string): Promise<number> {
  return (await page.seen(of, 'camera'))?.framesDecoded ?? 0;
}

async function rungOf(page: RoomPage): Promise<string> {
  return (await page.page.evaluate<string | null>('room.rungs.at(-1) ?? null')) ?? 'full';
}

async function timeUntil(what: string, isSo: () => Promise<boolean>): Promise<number> {
  const startMs = Date.now();
  await eventually(what, isSo, 120_000);
  return Date.now() - startMs;
}

function number(value: number, unit: string, digits = 1): { value: string; unit: string } {
  return { value: value.toFixed(digits), unit };
}

function ms(times: readonly number[], part: number): { value: string; unit: string } {
  return number(quantile(times, part), 'ms', 0);
}
