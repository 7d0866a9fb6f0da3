import fc from 'fast-check';
import { fromBase64, toBase64 } from './base64';

describe('toBase64', () => {
  it('gives back the bytes, however many', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect([...fromBase64(toBase64(bytes))]).toEqual([...bytes]);
      }),
    );
    const many = new Uint8Array(200_000).fill(7);
    expect(fromBase64(toBase64(many))).toHaveLength(200_000);
  });
});
