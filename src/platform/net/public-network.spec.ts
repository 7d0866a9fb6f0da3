import { publicNetworkOf } from './public-network.js';

describe('publicNetworkOf', () => {
  it('is the address itself of version 4, however it is written', () => {
    expect(publicNetworkOf('93.184.216.34')).toBe('93.184.216.34');
    expect(publicNetworkOf('::ffff:93.184.216.34')).toBe('93.184.216.34');
  });

  it('is the first half of version 6, the same for all addresses of one connection', () => {
    const networks = ['2a01:e0a:1:2::1', '2A01:0E0A:0001:0002:ffff:1:2:3'].map(publicNetworkOf);
    expect(networks).toEqual(['2a01:e0a:1:2', '2a01:e0a:1:2']);
    expect(publicNetworkOf('2a01:e0a:1:3::1')).toBe('2a01:e0a:1:3');
    expect(publicNetworkOf('2a01::1')).toBe('2a01:0:0:0');
  });

  it.each(['127.0.0.1', '10.1.2.3', '192.168.1.9', '::1', 'fe80::1', '::ffff:10.0.0.1', 'x', ''])(
    'is nothing for %p, which says nothing about who it is',
    (address) => {
      expect(publicNetworkOf(address)).toBeNull();
    },
  );
});
