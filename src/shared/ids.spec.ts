import { isId, uuidV7 } from './ids.js';

describe('uuidV7', () => {
  it('builds the example of RFC 9562, appendix A.6', () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    const id = uuidV7(0x017f22e279b0, random);
    expect(id).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
    expect(isId(id)).toBe(true);
  });
});
