import 'reflect-metadata';
import { startMediaHarness } from '../media/harness.js';
import { RoomPage } from '../media/room-page.js';
import { countUdpSockets } from '../media/udp-sockets.js';
import { launchBrowser } from '../support/browser.js';
import { quantile } from './support/figures.mjs';

const PAGES = 4;
const WARM_UP = 50;
const JOINS = 250;

/** Several browsers at once, each in a room of its own, in and out again and again. */
export async function run(): Promise<{ what: string; value: string; unit: string }[]> {
  const harness = await startMediaHarness();
  const browser = await launchBrowser();
  try {
    const pages: { page: RoomPage; ticket: string }[] = [];
    for (let index = 0; index < PAGES; index += 1) {
      const roomId = `joins-${index}`;
      await harness.video.openRoom(roomId);
      const ticket = JSON.stringify(await harness.video.admit(roomId, 'ada'));
      pages.push({ page: await RoomPage.open(browser, harness.pageOf(roomId, 'ada')), ticket });
    }
    const goInAndOut = async (times: number): Promise<number[]> =>
      (
        await Promise.all(
          pages.map(({ page, ticket }) =>
            page.page.evaluate<number[]>(`room.goInAndOut(${ticket}, ${times})`),
          ),
        )
      ).flat();
    await goInAndOut(WARM_UP);
    const sockets = countUdpSockets();
    const before = process.memoryUsage().rss;
    const times = await goInAndOut(JOINS);
    const grownMb = (process.memoryUsage().rss - before) / 2 ** 20;
    return [
      { what: 'joins and leaves', value: String(times.length), unit: '' },
      { what: 'connected after, p50', value: quantile(times, 0.5).toFixed(0), unit: 'ms' },
      { what: 'connected after, p95', value: quantile(times, 0.95).toFixed(0), unit: 'ms' },
      { what: 'memory grown by', value: grownMb.toFixed(1), unit: 'MB' },
      { what: 'sockets left over', value: String(countUdpSockets() - sockets), unit: '' },
    ];
  } finally {
    await browser.close();
    await harness.close();
  }
}
