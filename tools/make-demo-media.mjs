// Draws and synthesises the demo participants, once, at development time: needs ffmpeg with libvpx and
// libopus. The server replays the files without it. Usage: node tools/make-demo-media.mjs
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WIDTH = 480;
const HEIGHT = 360;
const FRAMES_PER_SECOND = 15;
const SECONDS = 6;
const SAMPLE_RATE = 48_000;
/** A key picture each second: whoever joins late waits for none, because the server jumps to the nearest. */
const KEY_EVERY_FRAMES = FRAMES_PER_SECOND;
const OUT = fileURLToPath(new URL('../src/modules/sessions/media/generated/', import.meta.url));

const LOOKS = [
  {
    name: 'figure-1',
    wall: [236, 226, 208],
    shade: [214, 196, 168],
    skin: [238, 190, 150],
    hair: [92, 58, 38],
    shirt: [46, 125, 110],
    hairCut: 'short',
    chord: [262.63, 329.63, 392.0],
  },
  {
    name: 'figure-2',
    wall: [208, 222, 236],
    shade: [170, 192, 216],
    skin: [150, 98, 66],
    hair: [34, 28, 30],
    shirt: [216, 120, 60],
    hairCut: 'bun',
    chord: [220.0, 277.18, 329.63],
  },
  {
    name: 'figure-3',
    wall: [222, 232, 214],
    shade: [188, 206, 176],
    skin: [248, 214, 186],
    hair: [196, 198, 204],
    shirt: [92, 84, 160],
    hairCut: 'curls',
    chord: [196.0, 246.94, 293.66],
  },
];

const folder = mkdtempSync(join(tmpdir(), 'visavis-demo-'));
try {
  for (const look of LOOKS) {
    const file = packLoop(encodePictures(look), encodeSound(look));
    writeFileSync(join(OUT, `${look.name}.bin`), file);
    console.log(`${look.name}.bin ${statSync(join(OUT, `${look.name}.bin`)).size} bytes`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

// ---------------------------------------------------------------- picture

/** Distance to a round-ended line, negative inside; the one shape that arms and mouths are made of. */
function capsule(x, y, ax, ay, bx, by, radius) {
  const [px, py, dx, dy] = [x - ax, y - ay, bx - ax, by - ay];
  const t = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(px - dx * t, py - dy * t) - radius;
}

function ellipse(x, y, cx, cy, rx, ry) {
  const [u, v] = [(x - cx) / rx, (y - cy) / ry];
  return (Math.hypot(u, v) - 1) * Math.min(rx, ry);
}

/** One frame as a list of [distance function, colour], painted back to front. `t` runs 0 to 1. */
function shapesAt(look, t) {
  const turn = 2 * Math.PI * t;
  const sway = 7 * Math.sin(turn);
  const nod = 3 * Math.sin(2 * turn);
  const [hx, hy] = [230 + sway, 150 + nod];
  const isBlinking = [0.14, 0.52, 0.81].some((at) => Math.abs(t - at) < 0.012);
  const talk = Math.max(0, Math.sin(9 * turn)) * (t < 0.62 ? 1 : 0.15);
  const wave = Math.sin(6 * turn) * 16 * Math.min(1, Math.max(0, Math.sin(turn) * 2));
  const lift = Math.min(1, Math.max(0, 0.35 + Math.sin(turn)));
  const [ex, ey] = [362 + sway * 0.4, 292 - 20 * lift];
  const [wx, wy] = [392 + wave, 268 - 92 * lift];
  const dark = look.hair.map((c) => c * 0.6);
  const blush = look.skin.map((c, i) => c * (i === 0 ? 1 : 0.86));
  const shapes = [
    [(x, y) => ellipse(x, y, 396, 90, 52, 66), look.shade], // a window of a calmer colour
    [(x, y) => capsule(x, y, 60, 120, 60, 330, 16), look.shade],
    [(x, y) => ellipse(x, y, 60, 96, 44, 40), look.shade],
  ];
  if (look.hairCut === 'bun')
    shapes.push([(x, y) => ellipse(x, y, hx, hy - 96, 30, 27), look.hair]);
  if (look.hairCut === 'curls') {
    for (const [dx, dy] of [
      [-70, -20],
      [70, -20],
      [-58, -58],
      [58, -58],
      [0, -82],
      [-30, -76],
      [30, -76],
    ]) {
      shapes.push([(x, y) => ellipse(x, y, hx + dx, hy + dy, 30, 30), look.hair]);
    }
  }
  shapes.push(
    [(x, y) => ellipse(x, y, 230 + sway * 0.3, 400, 140, 150), look.shirt],
    [(x, y) => capsule(x, y, 230 + sway * 0.5, 215, 230 + sway * 0.4, 262, 28), blush],
    [(x, y) => ellipse(x, y, hx, hy - 8, 78, 90), look.hair],
    [(x, y) => ellipse(x, y, hx, hy + 8, 68, 80), look.skin],
    [(x, y) => ellipse(x, y, hx - 40, hy + 34, 14, 9), blush],
    [(x, y) => ellipse(x, y, hx + 40, hy + 34, 14, 9), blush],
  );
  for (const side of [-1, 1]) {
    const eyeX = hx + side * 27 + sway * 0.3;
    shapes.push(
      [(x, y) => capsule(x, y, eyeX - 11, hy - 22, eyeX + 11, hy - 24 - nod * 0.4, 2.6), dark],
      isBlinking
        ? [(x, y) => capsule(x, y, eyeX - 8, hy, eyeX + 8, hy, 1.8), dark]
        : [(x, y) => ellipse(x, y, eyeX, hy, 7, 9), [42, 36, 40]],
    );
    if (!isBlinking)
      shapes.push([(x, y) => ellipse(x, y, eyeX + 2, hy - 3, 2.2, 2.6), [255, 255, 255]]);
  }
  shapes.push(
    [(x, y) => capsule(x, y, hx + sway * 0.3, hy + 12, hx + 3 + sway * 0.4, hy + 20, 3), blush],
    [(x, y) => capsule(x, y, hx - 20, hy + 44, hx, hy + 50, 3.4), [150, 62, 62]],
    [(x, y) => capsule(x, y, hx, hy + 50, hx + 20, hy + 44, 3.4), [150, 62, 62]],
    [(x, y) => ellipse(x, y, hx, hy + 49, 14, 3 + 9 * talk), [150, 62, 62]],
    [(x, y) => capsule(x, y, 330 + sway * 0.3, 345, ex, ey, 21), look.shirt],
    [(x, y) => capsule(x, y, ex, ey, wx, wy, 17), look.shirt],
    [(x, y) => ellipse(x, y, wx + wave * 0.15, wy - 16, 19, 21), look.skin],
  );
  for (const finger of [-13, -4.5, 4.5, 13]) {
    const [fx, fy] = [wx + finger + wave * 0.3, wy - 44 + Math.abs(finger) * 0.5];
    shapes.push([(x, y) => capsule(x, y, wx + finger * 0.8, wy - 20, fx, fy, 4.6), look.skin]);
  }
  return shapes;
}

function drawFrame(look, t) {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  const shapes = shapesAt(look, t);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      let [r, g, b] = look.wall.map((c) => c - 14 * (y / HEIGHT));
      for (const [distance, colour] of shapes) {
        const cover = Math.min(1, Math.max(0, 0.5 - distance(x, y))); // one pixel of soft edge
        if (cover === 0) continue;
        r += (colour[0] - r) * cover;
        g += (colour[1] - g) * cover;
        b += (colour[2] - b) * cover;
      }
      pixels.set([r, g, b], (y * WIDTH + x) * 3);
    }
  }
  return pixels;
}

function encodePictures(look) {
  const count = FRAMES_PER_SECOND * SECONDS;
  const raw = Buffer.concat(Array.from({ length: count }, (_, i) => drawFrame(look, i / count)));
  const out = join(folder, 'pictures.ivf');
  ffmpeg(
    [
      '-f',
      'rawvideo',
      '-pix_fmt',
      'rgb24',
      '-s',
      `${WIDTH}x${HEIGHT}`,
      '-r',
      `${FRAMES_PER_SECOND}`,
    ],
    raw,
    [
      '-c:v',
      'libvpx',
      '-b:v',
      '150k',
      '-maxrate',
      '220k',
      '-bufsize',
      '300k',
      '-quality',
      'best',
      '-g',
      `${KEY_EVERY_FRAMES}`,
      '-keyint_min',
      `${KEY_EVERY_FRAMES}`,
      '-auto-alt-ref',
      '0',
      '-error-resilient',
      '1',
      '-pix_fmt',
      'yuv420p',
      '-f',
      'ivf',
      out,
    ],
  );
  return framesOfIvf(readFileSync(out));
}

function framesOfIvf(file) {
  const frames = [];
  for (let at = file.readUInt16LE(6); at < file.length;) {
    const length = file.readUInt32LE(at);
    const data = file.subarray(at + 12, at + 12 + length);
    frames.push({ isKey: (data[0] & 1) === 0, data });
    at += 12 + length;
  }
  return frames;
}

// ------------------------------------------------------------------ sound

/** A soft chord that swells and fades, and a small chime now and then; silent at the seam. */
function sampleAt(look, seconds) {
  const turn = (2 * Math.PI * seconds) / SECONDS;
  const swell = (1 - Math.cos(turn)) / 2;
  let sum = 0;
  look.chord.forEach((hertz, i) => {
    sum += 0.05 * swell * Math.sin(2 * Math.PI * hertz * seconds + i);
    sum += 0.015 * swell * Math.sin(4 * Math.PI * hertz * seconds);
  });
  [0.6, 1.1, 3.2, 3.7].forEach((start, i) => {
    const since = seconds - start;
    if (since < 0) return;
    const strike = Math.min(1, since / 0.01) * Math.exp(-3.2 * since);
    const hertz = 2 * look.chord[i % look.chord.length];
    sum += 0.22 * strike * Math.sin(2 * Math.PI * hertz * since);
    sum += 0.06 * strike * Math.sin(2 * Math.PI * 2.76 * hertz * since);
  });
  const seam = Math.min(1, seconds / 0.05, (SECONDS - seconds) / 0.05);
  return sum * Math.max(0, seam);
}

function encodeSound(look) {
  const raw = Buffer.alloc(SAMPLE_RATE * SECONDS * 4);
  for (let i = 0; i < SAMPLE_RATE * SECONDS; i += 1) {
    raw.writeFloatLE(sampleAt(look, i / SAMPLE_RATE), i * 4);
  }
  const out = join(folder, 'sound.opus');
  ffmpeg(['-f', 'f32le', '-ar', `${SAMPLE_RATE}`, '-ac', '1'], raw, [
    '-c:a',
    'libopus',
    '-b:a',
    '24k',
    '-frame_duration',
    '20',
    '-vbr',
    'on',
    '-f',
    'ogg',
    out,
  ]);
  const packets = packetsOfOgg(readFileSync(out)).slice(2); // the first two are headers
  return packets.slice(0, (SECONDS * 1000) / 20);
}

function packetsOfOgg(file) {
  const packets = [];
  let open = [];
  for (let at = 0; at < file.length;) {
    const segments = file[at + 26];
    let body = at + 27 + segments;
    for (const length of file.subarray(at + 27, at + 27 + segments)) {
      open.push(file.subarray(body, body + length));
      body += length;
      if (length < 255) {
        packets.push(Buffer.concat(open));
        open = [];
      }
    }
    at = body;
  }
  return packets;
}

// ------------------------------------------------------------------- file

/** The container that `sfu/media-loop.ts` reads and describes. */
function packLoop(pictures, sounds) {
  const head = Buffer.alloc(9);
  head.write('VVL1', 0, 'latin1');
  head.writeUInt8(FRAMES_PER_SECOND, 4);
  head.writeUInt16BE(pictures.length, 5);
  head.writeUInt16BE(sounds.length, 7);
  const parts = [head];
  for (const { isKey, data } of pictures) {
    const prefix = Buffer.alloc(5);
    prefix.writeUInt8(isKey ? 1 : 0, 0);
    prefix.writeUInt32BE(data.length, 1);
    parts.push(prefix, data);
  }
  for (const data of sounds) {
    const prefix = Buffer.alloc(2);
    prefix.writeUInt16BE(data.length, 0);
    parts.push(prefix, data);
  }
  return Buffer.concat(parts);
}

function ffmpeg(input, bytes, output) {
  const run = spawnSync('ffmpeg', ['-v', 'error', '-y', ...input, '-i', '-', ...output], {
    input: bytes,
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(`ffmpeg: ${run.stderr}`);
}
