import { assetsOf, loadWebBuild } from './web-build.js';

describe('assetsOf', () => {
  it('lists the entry, its style sheets and every chunk it needs at once, each a single time', () => {
    const assets = assetsOf({
      'src/entry-client.tsx': {
        file: 'assets/entry.js',
        isEntry: true,
        imports: ['_a.js', '_b.js'],
        css: ['assets/entry.css'],
      },
      '_a.js': { file: 'assets/a.js', imports: ['_b.js'], css: ['assets/entry.css'] },
      '_b.js': { file: 'assets/b.js', imports: ['_a.js'] },
      'src/features/room/RoomPage.tsx': { file: 'assets/room.js' },
      'src/service-worker/service-worker.ts': { file: 'service-worker.js', isEntry: true },
    });
    expect(assets).toEqual({
      scripts: ['/assets/entry.js'],
      styles: ['/assets/entry.css'],
      preloads: ['/assets/a.js', '/assets/b.js'],
    });
  });
});

describe('loadWebBuild', () => {
  it('says that there is no build instead of failing', async () => {
    expect(await loadWebBuild('/nowhere')).toBeNull();
  });
});
