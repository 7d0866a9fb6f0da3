import { readdirSync, readFileSync } from 'node:fs';
import { nearestKeyPicture, readMediaLoop, type MediaLoop } from './media-loop.js';
import { startsKeyFrame, payloadsOfFrame } from './vp8.js';

const FOLDER = 'src/modules/sessions/media/generated';
const figures = readdirSync(FOLDER).filter((name) => name.endsWith('.bin'));

describe('the generated figures', () => {
  it('are three', () => {
    expect(figures).toHaveLength(3);
  });

  it.each(figures)(
    '%s has picture and sound of one length and key pictures where it says so',
    (name) => {
      const loop = readMediaLoop(readFileSync(`${FOLDER}/${name}`));
      expect(loop.pictures.length / loop.framesPerSecond).toBe(loop.sounds.length * 0.02);
      for (const { isKey, data } of loop.pictures) {
        expect(startsKeyFrame(payloadsOfFrame(data, 0)[0]!)).toBe(isKey);
      }
    },
  );
});

describe('readMediaLoop', () => {
  it('refuses what is not such a file, and one that ends early', () => {
    const whole = readFileSync(`${FOLDER}/${figures[0]!}`);
    expect(() => readMediaLoop(Buffer.from('RIFFxxxxxxxx'))).toThrow('not a VVL1 file');
    expect(() => readMediaLoop(whole.subarray(0, 5_000))).toThrow('ends early');
  });
});

describe('nearestKeyPicture', () => {
  const loop: MediaLoop = {
    framesPerSecond: 10,
    pictures: [true, false, false, false, true, false, false, false, false, false].map((isKey) => ({
      isKey,
      data: Buffer.alloc(1),
    })),
    sounds: [],
  };

  it.each([
    [0, 0],
    [1, 0],
    [3, 4],
    [6, 4],
    [9, 0], // shorter forward over the seam than back
  ])('goes from %i to %i', (position, key) => {
    expect(nearestKeyPicture(loop, position)).toBe(key);
  });
});
