import { connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a server that can be cut and mended, as when the server or the network goes and comes back. */
export interface FlakyLine {
  /** The server's address, through the line. */
  readonly url: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function flakyLineTo(target: string): Promise<FlakyLine> {
  const { hostname, port, protocol } = new URL(target);
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  const listen = (at: number): Promise<number> =>
    new Promise((resolve) => {
      const listening = createServer((near) => join(near, connect(Number(port), hostname)));
      listening.listen(at, '127.0.0.1', () => {
        const address = listening.address();
        resolve(typeof address === 'object' && address ? address.port : at);
      });
      server = listening;
    });
  const join = (near: Socket, far: Socket): void => {
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy()).on('close', () => to.destroy());
      from.pipe(to);
    }
  };
  const own = await listen(0);
  return {
    url: `${protocol}//127.0.0.1:${own}`,
    cut: async () => {
      const ended = new Promise((resolve) => server?.close(resolve));
      for (const socket of sockets) socket.destroy();
      sockets.clear();
      await ended;
    },
    mend: async () => void (await listen(own)),
  };
}
