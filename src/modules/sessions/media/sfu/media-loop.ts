/**
 * A short piece of picture and sound that repeats without a seam, as encoded packets.
 *
 * File: `VVL1`, then big endian: frames a second (u8), picture count (u16), sound count (u16), for each
 * picture a key flag (u8), length (u32) and bytes, for each sound packet of 20 ms a length (u16) and
 * bytes. Written by `tools/make-demo-media.mjs`.
 */
export interface MediaLoop {
  readonly framesPerSecond: number;
  readonly pictures: readonly { readonly isKey: boolean; readonly data: Buffer }[];
  readonly sounds: readonly Buffer[];
}

const MAGIC = 'VVL1';

/** @throws Error when the bytes are not such a file, or end early */
export function readMediaLoop(file: Buffer): MediaLoop {
  if (file.subarray(0, MAGIC.length).toString('latin1') !== MAGIC)
    throw new Error('not a VVL1 file');
  let at = MAGIC.length;
  const number = (bytes: 1 | 2 | 4): number => file.readUIntBE((at += bytes) - bytes, bytes);
  const bytes = (length: number): Buffer => {
    if (at + length > file.length) throw new Error('the VVL1 file ends early');
    return file.subarray((at += length) - length, at);
  };
  const framesPerSecond = number(1);
  const pictureCount = number(2);
  const soundCount = number(2);
  const pictures = Array.from({ length: pictureCount }, () => {
    const isKey = number(1) === 1;
    return { isKey, data: bytes(number(4)) };
  });
  const sounds = Array.from({ length: soundCount }, () => bytes(number(2)));
  if (framesPerSecond === 0 || !pictures[0]?.isKey || sounds.length === 0) {
    throw new Error('a loop starts with a key picture and has sound');
  }
  return { framesPerSecond, pictures, sounds };
}

/** Where to go on when a key picture is wanted now: the nearest one, so that the jump is smallest. */
export function nearestKeyPicture(loop: MediaLoop, position: number): number {
  let nearest = 0;
  let distance = Infinity;
  loop.pictures.forEach((picture, index) => {
    const apart = Math.abs(index - position);
    const around = Math.min(apart, loop.pictures.length - apart);
    if (picture.isKey && around < distance) {
      nearest = index;
      distance = around;
    }
  });
  return nearest;
}
