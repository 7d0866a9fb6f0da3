import type { Browser } from '@playwright/test';
import type { MediaEvent } from '../../../src/modules/sessions/media/video-port.js';
import { CHROMIUM, launchBrowser } from '../../support/browser.js';
import { eventually, pause } from '../../media/eventually.js';
import { startMediaHarness, type MediaHarness } from '../../media/harness.js';
import { RoomPage } from '../../media/room-page.js';
import { countUdpSockets } from '../../media/udp-sockets.js';

const describeWithBrowsers = CHROMIUM ? describe : describe.skip;

describeWithBrowsers('embedded video between browsers', () => {
  let harness: MediaHarness;
  let browser: Browser;
  let pages: RoomPage[] = [];
  let rooms = 0;
  let roomId = '';

  beforeAll(async () => {
    harness = await startMediaHarness();
    browser = await launchBrowser();
  });

  beforeEach(async () => {
    rooms += 1;
    roomId = `room-${rooms}`;
    await harness.video.openRoom(roomId);
  });

  afterEach(async () => {
    await harness.video.closeRoom(roomId);
    await Promise.all(pages.map((page) => page.close()));
    pages = [];
    harness.forgetLines();
  });

  afterAll(async () => {
    await browser.close();
    await harness.close();
  });

  async function open(participantId: string): Promise<RoomPage> {
    const page = await RoomPage.open(browser, harness.pageOf(roomId, participantId));
    pages.push(page);
    return page;
  }

  async function enter(
    participantId: string,
    want = { audio: true, video: true },
  ): Promise<RoomPage> {
    const ticket = await harness.video.admit(roomId, participantId);
    const page = await open(participantId);
    await page.join(ticket, want);
    return page;
  }

  async function growingFrames(page: RoomPage, of: string, source = 'camera'): Promise<void> {
    const look = async (): Promise<number> => (await page.seen(of, source))?.framesDecoded ?? 0;
    const first = await eventually(
      `first frames of ${of}`,
      async () => (await look()) || undefined,
    );
    await eventually(`more frames of ${of}`, async () => (await look()) > first + 10);
  }

  async function growingSound(page: RoomPage, of: string): Promise<void> {
    const look = async (): Promise<number> => (await page.seen(of, 'microphone'))?.audioEnergy ?? 0;
    const first = await eventually(`sound of ${of}`, async () => (await look()) || undefined);
    await eventually(`more sound of ${of}`, async () => (await look()) > first);
  }

  function heard(kind: MediaEvent['kind'], participantId: string): MediaEvent[] {
    return harness.events.filter(
      (event) =>
        event.roomId === roomId && event.kind === kind && event.participantId === participantId,
    );
  }

  function lossOf(event: MediaEvent): number {
    return event.kind === 'quality' ? event.audioLossPercent : 0;
  }

  it('shows two people to each other, with sound', async () => {
    const [ada, bob] = await Promise.all([enter('ada'), enter('bob')]);

    await Promise.all([
      growingFrames(ada, 'bob'),
      growingFrames(bob, 'ada'),
      growingSound(ada, 'bob'),
      growingSound(bob, 'ada'),
    ]);

    expect(await ada.people()).toEqual([expect.objectContaining({ participantId: 'bob' })]);
    expect(heard('published', 'ada').map((event) => 'source' in event && event.source)).toEqual(
      expect.arrayContaining(['microphone', 'camera']),
    );
    const line = await eventually('a measured line', () => heard('quality', 'ada')[0]);
    expect(line).toMatchObject({ audioLossPercent: 0 });
    expect(await harness.video.participants(roomId)).toEqual([
      expect.objectContaining({ participantId: 'ada', connected: true }),
      expect.objectContaining({ participantId: 'bob', connected: true }),
    ]);
  });

  it('shows a generated participant that moves and sounds', async () => {
    const ada = await enter('ada');
    await harness.video.joinGenerated(roomId, 'demo', 1);

    await Promise.all([growingFrames(ada, 'demo'), growingSound(ada, 'demo')]);

    const picture = await ada.pixels('demo-camera');
    expect(new Set(picture).size).toBeGreaterThan(20);
    await eventually('movement', async () => {
      return (await ada.pixels('demo-camera')).some(
        (value, i) => Math.abs(value - picture[i]!) > 30,
      );
    });
    expect(heard('published', 'demo')).toHaveLength(2);
  });

  it('carries a shared screen beside the camera, and takes it away again', async () => {
    const [ada, bob] = await Promise.all([enter('ada'), enter('bob')]);
    await ada.run('room.shareScreen()');

    await growingFrames(bob, 'ada', 'screen');
    await growingFrames(bob, 'ada', 'camera');
    await ada.run(`room.connector.publish('screen', null)`);

    await eventually('the end of the screen', () => heard('unpublished', 'ada')[0]);
    await eventually(
      'no screen any more',
      async () => (await bob.seen('ada', 'screen')) === undefined,
    );
  });

  it('keeps somebody who brings no devices connected', async () => {
    const ada = await enter('ada', { audio: false, video: false });
    await enter('bob', { audio: false, video: false });

    await pause(5_000);

    expect(heard('disconnected', 'ada')).toEqual([]);
    expect(await ada.states()).toEqual(['connecting', 'connected']);
  });

  it('notices a closed page at once and shows its owner again after the return', async () => {
    const [ada, bob] = await Promise.all([enter('ada'), enter('bob')]);
    await growingFrames(ada, 'bob');

    const leftAtMs = Date.now();
    await bob.page.goto('about:blank');
    const gone = await eventually('bob is gone', () => heard('disconnected', 'bob')[0], 2_500);
    expect(Math.abs(gone.atMs - leftAtMs)).toBeLessThan(1_500);
    await eventually('ada sees it', async () => (await ada.people())[0]?.connected === false);

    const again = await enter('bob');
    await Promise.all([growingFrames(ada, 'bob'), growingFrames(again, 'ada')]);
    expect(heard('connected', 'bob')).toHaveLength(2);
  });

  it('says disconnected after three silent seconds, as of the last packet, and connected again', async () => {
    const line = harness.lineOf('bob');
    const [ada, bob] = await Promise.all([enter('ada'), enter('bob')]);
    await growingFrames(ada, 'bob');

    line.lossPercent = 100;
    const cutAtMs = Date.now();
    const gone = await eventually('bob is silent', () => heard('disconnected', 'bob')[0]);
    expect(Date.now() - cutAtMs).toBeGreaterThan(2_500);
    expect(gone.atMs - cutAtMs).toBeLessThan(1_000);
    line.lossPercent = 0;

    await eventually('bob is back', () => heard('connected', 'bob').length === 2, 20_000);
    await Promise.all([growingFrames(ada, 'bob'), growingFrames(bob, 'ada')]);
  });

  it('keeps picture and sound over a line that loses one packet in ten', async () => {
    const line = harness.lineOf('bob');
    const [ada, bob] = await Promise.all([enter('ada'), enter('bob')]);
    await growingFrames(ada, 'bob');

    line.lossPercent = 10;
    await Promise.all([growingFrames(ada, 'bob'), growingFrames(bob, 'ada')]);
    const measured = await eventually(
      'the loss is measured',
      () => heard('quality', 'bob').find((event) => lossOf(event) > 3),
      15_000,
    );
    expect(lossOf(measured)).toBeLessThan(30);
    line.lossPercent = 0;
    expect(heard('disconnected', 'bob')).toEqual([]);
  });

  it('catches up with what was said while the signalling was interrupted', async () => {
    const [ada, bob] = await Promise.all([enter('ada'), enter('bob')]);
    await growingFrames(ada, 'bob');

    await ada.run('room.interruptSignalling(1500)');
    await bob.run('room.shareScreen()');

    await growingFrames(ada, 'bob', 'screen');
    expect(await ada.states()).toEqual(['connecting', 'connected']);
  });

  it('shows who is muted', async () => {
    const [ada, bob] = await Promise.all([enter('ada'), enter('bob')]);
    await growingFrames(ada, 'bob');

    await bob.run(`room.connector.setMuted('microphone', true)`);

    await eventually('the sign', async () =>
      (await ada.people())[0]?.sources.some((one) => one.source === 'microphone' && one.muted),
    );
    expect(heard('unpublished', 'bob')).toEqual([]);
  });

  it('gives the seat to the page that joined last', async () => {
    const first = await enter('ada');
    const second = await enter('ada');
    const bob = await enter('bob');

    await eventually('the first page is told', async () =>
      (await first.states()).includes('left:replaced'),
    );
    await growingFrames(bob, 'ada');
    expect(await second.states()).toEqual(['connecting', 'connected']);
    expect(heard('disconnected', 'ada')).toEqual([]);
  });

  it('brings everybody back after the media thread crashed', async () => {
    const lines = ['ada', 'bob'].map((person) => harness.lineOf(person));
    const [ada, bob] = await Promise.all([enter('ada'), enter('bob')]);
    await harness.video.joinGenerated(roomId, 'demo', 0);
    await growingFrames(ada, 'bob');

    // Node 20 ends the whole process when a packet comes in just while a thread is ended from outside.
    for (const line of lines) line.lossPercent = 100;
    await pause(100);
    await (await harness.video['thread'])?.['worker'].terminate();
    for (const line of lines) line.lossPercent = 0;

    await eventually('the crash is reported', () =>
      harness.problems.some(({ kind }) => kind === 'crash'),
    );
    expect(heard('disconnected', 'ada')).toHaveLength(1);
    await eventually('ada is back', () => heard('connected', 'ada').length === 2, 20_000);
    await Promise.all([
      growingFrames(ada, 'bob'),
      growingFrames(bob, 'ada'),
      growingFrames(bob, 'demo'),
    ]);
  });

  it('keeps to the configured UDP ports', async () => {
    const narrow = await startMediaHarness([47_310, 47_313]);
    try {
      await narrow.video.openRoom('narrow');
      const tickets = await Promise.all(
        ['ada', 'bob'].map((id) => narrow.video.admit('narrow', id)),
      );
      const [ada, bob] = await Promise.all(
        ['ada', 'bob'].map((id) => RoomPage.open(browser, narrow.pageOf('narrow', id))),
      );
      pages.push(ada!, bob!);
      await Promise.all([ada!.join(tickets[0]!), bob!.join(tickets[1]!)]);
      await growingFrames(ada!, 'bob');
      for (const page of [ada!, bob!]) {
        expect(await page.serverPort()).toBeGreaterThanOrEqual(47_310);
        expect(await page.serverPort()).toBeLessThanOrEqual(47_313);
      }
    } finally {
      await narrow.close();
    }
  });

  it('frees every socket and tells the browsers when the room is closed', async () => {
    const before = countUdpSockets();
    const [ada, bob] = await Promise.all([enter('ada'), enter('bob')]);
    await harness.video.joinGenerated(roomId, 'demo', 2);
    await growingFrames(ada, 'bob');
    expect(countUdpSockets()).toBe(before + 2);

    await harness.video.closeRoom(roomId);

    await eventually('the sockets are gone', () => countUdpSockets() === before);
    for (const page of [ada, bob]) {
      await eventually('the page is told', async () =>
        (await page.states()).includes('left:room_closed'),
      );
    }
    expect(heard('disconnected', 'bob')).toHaveLength(1);
    expect(await harness.video.participants(roomId)).toEqual([]);
  });
});
