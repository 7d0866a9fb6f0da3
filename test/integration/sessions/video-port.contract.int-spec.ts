import { randomUUID } from 'node:crypto';
import type { Browser } from '@playwright/test';
import { CHROMIUM, launchBrowser } from '../../support/browser.js';
import { eventually } from '../../media/eventually.js';
import { RoomPage } from '../../media/room-page.js';
import { VIDEO_SERVERS, type VideoServer } from '../../media/video-servers.js';

const describeWithBrowsers = CHROMIUM ? describe : describe.skip;

describeWithBrowsers.each(VIDEO_SERVERS)('a room on the media server: $name', ({ start }) => {
  let server: VideoServer;
  let browser: Browser;
  let roomId = '';
  let pages: RoomPage[] = [];
  beforeAll(async () => {
    [server, browser] = await Promise.all([start(), launchBrowser()]);
  });
  beforeEach(async () => {
    roomId = randomUUID();
    await server.video.openRoom(roomId);
  });
  afterEach(async () => {
    await Promise.all(pages.map((page) => page.close()));
    pages = [];
    await server.video.closeRoom(roomId);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function enter(who: string): Promise<RoomPage> {
    const page = await openPage(who);
    await page.join(await server.video.admit(roomId, who));
    return page;
  }

  async function openPage(who: string): Promise<RoomPage> {
    const page = await RoomPage.open(browser, server.pageOf(roomId, who));
    pages.push(page);
    return page;
  }

  function saw(kind: string, who: string): boolean {
    return server.events.some(
      (event) => event.roomId === roomId && event.kind === kind && event.participantId === who,
    );
  }

  async function isThere(who: string): Promise<boolean> {
    const statuses = await server.video.participants(roomId);
    return statuses.some(({ participantId, connected }) => participantId === who && connected);
  }

  async function lastState(page: RoomPage): Promise<string | undefined> {
    return (await page.states()).at(-1);
  }

  it('lets two see and hear each other, and tells by event and when asked who is there', async () => {
    const ada = await enter('ada');
    const bob = await enter('bob');

    await eventually('both pictures', async () => {
      const frames = await Promise.all([
        ada.firstFrameMs('bob-camera'),
        bob.firstFrameMs('ada-camera'),
      ]);
      return frames.every((ms) => ms !== undefined);
    });
    await eventually('both voices', async () => {
      const heard = await Promise.all([
        ada.seen('bob', 'microphone'),
        bob.seen('ada', 'microphone'),
      ]);
      return heard.every((track) => (track?.audioEnergy ?? 0) > 0);
    });
    await eventually('the events', () => saw('connected', 'ada') && saw('connected', 'bob'));
    await eventually('what they send', () => saw('published', 'ada') && saw('published', 'bob'));
    const statuses = await server.video.participants(roomId);
    expect(statuses.map(({ participantId }) => participantId).sort()).toEqual(['ada', 'bob']);
    expect(statuses.every(({ sources }) => sources.includes('camera'))).toBe(true);
    expect(Date.now() - (statuses[0]?.lastPacketAtMs ?? 0)).toBeLessThan(3_000);

    await bob.run('room.connector.leave()');
    await eventually('the departure', () => saw('disconnected', 'bob'));
    await eventually('who is left', async () => !(await isThere('bob')));
    expect(await isThere('ada')).toBe(true);
  });

  it('mutes, changes and stops what is sent so that the other side sees it', async () => {
    const ada = await enter('ada');
    const bob = await enter('bob');
    const sourcesOfBob = async (): Promise<string> =>
      JSON.stringify((await ada.people()).find((one) => one.participantId === 'bob')?.sources);
    await eventually(
      'the picture',
      async () => (await ada.firstFrameMs('bob-camera')) !== undefined,
    );

    await bob.run("room.connector.setMuted('microphone', true)");
    await eventually('muted', async () =>
      (await sourcesOfBob()).includes('{"source":"microphone","muted":true}'),
    );
    await bob.run('room.shareScreen()');
    await eventually(
      'the screen',
      async () => (await ada.firstFrameMs('bob-screen')) !== undefined,
    );
    await bob.run("room.connector.publish('screen', null)");
    await eventually('no screen', async () => !(await sourcesOfBob()).includes('screen'));
  });

  it('puts somebody out for good: told, no longer there, and not let in again with the old ticket', async () => {
    const ticket = await server.video.admit(roomId, 'ada');
    const ada = await openPage('ada');
    await ada.join(ticket);
    await eventually('ada', () => isThere('ada'));

    await server.video.remove(roomId, 'ada');
    await eventually('told', async () => (await lastState(ada)) === 'left:removed');
    await eventually('gone', async () => !(await isThere('ada')));

    await ada.join(ticket).catch(() => undefined);
    await eventually('out again', async () => {
      const isIn = await isThere('ada'); // asking is what puts out who should not be there
      return !isIn && (await lastState(ada))?.startsWith('left') === true;
    });
  });

  it('ends for everybody when the room closes, and stays closed', async () => {
    const ticket = await server.video.admit(roomId, 'ada');
    const ada = await openPage('ada');
    await ada.join(ticket);

    await server.video.closeRoom(roomId);

    await eventually('told', async () => (await lastState(ada)) === 'left:room_closed');
    expect(await server.video.participants(roomId)).toEqual([]);
    await expect(server.video.admit(roomId, 'ada')).rejects.toMatchObject({
      code: 'sessions.media_room_not_open',
    });
    await expect(ada.join(ticket)).rejects.toThrow();
  });

  it('has one seat for one person: a second page takes it over and the first is told', async () => {
    const first = await enter('ada');
    const second = await enter('ada');

    await eventually('told', async () => (await lastState(first)) === 'left:replaced');
    expect(await lastState(second)).toBe('connected');
    await eventually('one of them', async () => {
      const statuses = await server.video.participants(roomId);
      return statuses.length === 1 && statuses[0]?.connected === true;
    });
  });

  it('gives nothing to a page that edited what it may do', async () => {
    const ticket = server.forge(await server.video.admit(roomId, 'ada'));
    const ada = await openPage('ada');
    await ada.join(ticket).catch(() => undefined);

    const statuses = await server.video.participants(roomId);
    const others = statuses.filter(({ participantId }) => participantId !== 'ada');
    expect(others).toEqual([]);
    // Either it is not in, or it is in as nobody but itself.
    expect(['left:refused', 'connected']).toContain(await lastState(ada));
    if (server.video.kind === 'livekit') expect(await isThere('ada')).toBe(false);
  });
});
