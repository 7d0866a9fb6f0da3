import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** A line between one browser and the media server that can lose packets; 100 per cent is a cut. */
export class LossyLine {
  lossPercent = 0;
  private readonly sockets: Socket[] = [];
  private readonly random: () => number;

  constructor(seed = 1) {
    this.random = seededRandom(seed);
  }

  /** Puts itself between: in the answer, browsers find our port where the server's was. */
  async reroute(answerSdp: string): Promise<string> {
    const port = /^a=candidate:\S+ 1 udp \d+ \S+ (\d+) typ host/m.exec(answerSdp)?.[1];
    if (port === undefined) throw new Error('the answer names no port');
    const ours = await this.relayTo(Number(port));
    return answerSdp.replaceAll(` ${port} typ host`, ` ${ours} typ host`);
  }

  close(): void {
    for (const socket of this.sockets.splice(0)) socket.close();
  }

  private async relayTo(serverPort: number): Promise<number> {
    const front = await this.bind();
    const back = await this.bind();
    let browser: { port: number; address: string } | null = null;
    front.on('message', (packet, from) => {
      browser = from;
      if (!this.isLost()) back.send(packet, serverPort, '127.0.0.1');
    });
    back.on('message', (packet) => {
      if (browser !== null && !this.isLost()) front.send(packet, browser.port, browser.address);
    });
    return front.address().port;
  }

  private async bind(): Promise<Socket> {
    const socket = createSocket('udp4');
    socket.bind(0);
    await once(socket, 'listening');
    this.sockets.push(socket);
    return socket;
  }

  private isLost(): boolean {
    return this.random() * 100 < this.lossPercent;
  }
}

/** Mulberry32: the same losses in every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
