import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '../../../src/platform/logging/logger.js';
import { CopyLink } from '../../../src/platform/realtime/copy-link.js';

/** Long enough for whatever a client says by itself after it connected. */
const SETTLED_MS = 300;

describe('the line between copies', () => {
  let server: Server;
  let said: string;
  let url: string;
  beforeEach(async () => {
    said = '';
    server = createServer((socket) =>
      socket.on('data', (bytes) => {
        said += bytes.toString().toLowerCase();
        if (said.includes('info')) socket.write('$21\r\nredis_version:7.0.0\r\n\r\n');
      }),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = `redis://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('says nothing by itself that is refused once it listens, or its subscriptions would be lost', async () => {
    const line = new CopyLink(url, Logger.create('silent'));
    await sleep(SETTLED_MS);
    line.onApplicationShutdown();
    expect(said).toContain('subscribe');
    expect(said).not.toContain('setinfo');
  });
});
