import { createServer, type IncomingHttpHeaders } from 'node:http';

/** The LiveKit server of this run; null where `npm test` found none. */
export const LIVEKIT = process.env['TEST_LIVEKIT_URL']
  ? {
      url: process.env['TEST_LIVEKIT_URL'],
      key: process.env['TEST_LIVEKIT_KEY'] ?? '',
      secret: process.env['TEST_LIVEKIT_SECRET'] ?? '',
      webhookPort: Number(process.env['TEST_LIVEKIT_WEBHOOK_PORT']),
    }
  : null;

export interface CaughtWebhook {
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

/** Stands where the LiveKit server of this run sends its webhooks to. @returns what ends it */
export async function catchWebhooks(
  take: (webhook: CaughtWebhook) => Promise<void>,
): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (bytes: Buffer) => chunks.push(bytes));
    request.on('end', () => {
      const webhook = { body: Buffer.concat(chunks).toString('utf8'), headers: request.headers };
      take(webhook).then(
        () => response.writeHead(200).end(),
        () => response.writeHead(500).end(),
      );
    });
  });
  await new Promise<void>((done) => server.listen(LIVEKIT?.webhookPort, '127.0.0.1', done));
  return () =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
}

/** Hands webhooks on to a program, as the network between the two would. */
export async function passOn(url: string, { body, headers }: CaughtWebhook): Promise<number> {
  const answer = await fetch(`${url}/api/webhooks/livekit`, {
    method: 'POST',
    body,
    headers: {
      'content-type': headers['content-type'] ?? '',
      authorization: headers.authorization ?? '',
    },
  });
  return answer.status;
}
