import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';

/** What does not fit is kept so long before it is dropped, as in the box at the end of a cheap line. */
const QUEUE_MS_MAX = 300;

/** A line between one browser and the media server that can lose, delay and hold up packets; 100 per cent is a cut. */
export class LossyLine {
  lossPercent = 0;
  /** One way. */
  delayMs = 0;
  /** In each direction; null is as fast as can be. */
  bpsMax: number | null = null;
  private era = 0;
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

  /** What goes through it now is cut for good; who joins anew finds another way, as after Wi-Fi. */
  switchNetwork(): void {
    this.era += 1;
  }

  close(): void {
    this.era += 1;
    for (const socket of this.sockets.splice(0)) socket.close();
  }

  private async relayTo(serverPort: number): Promise<number> {
    const front = await this.bind();
    const back = await this.bind();
    let browser: { port: number; address: string } | null = null;
    const { era } = this;
    const [up, down] = [this.makeWay(era), this.makeWay(era)];
    front.on('message', (packet, from) => {
      browser = from;
      up(packet, () => back.send(packet, serverPort, '127.0.0.1', ignore));
    });
    back.on('message', (packet) => {
      const to = browser;
      if (to !== null) down(packet, () => front.send(packet, to.port, to.address, ignore));
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

  /** One direction: what is not lost goes on when the line is free, after its delay. */
  private makeWay(era: number): (packet: Buffer, pass: () => void) => void {
    let freeAtMs = 0;
    return (packet, pass) => {
      if (era !== this.era || this.isLost()) return;
      const nowMs = performance.now();
      const takesMs = this.bpsMax === null ? 0 : (8_000 * packet.length) / this.bpsMax;
      const startsMs = Math.max(nowMs, freeAtMs);
      if (startsMs - nowMs > QUEUE_MS_MAX) return;
      freeAtMs = startsMs + takesMs;
      const waitMs = freeAtMs - nowMs + this.delayMs;
      if (waitMs < 1) return pass();
      setTimeout(() => {
        if (era === this.era) pass();
      }, waitMs);
    };
  }

  private isLost(): boolean {
    return this.random() * 100 < this.lossPercent;
  }
}

/** The socket may be closed while a packet waits. */
function ignore(): void {}

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
