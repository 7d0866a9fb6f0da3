import { readRoomFiles } from './room-files-config.js';

describe('readRoomFiles', () => {
  it('takes 25 MB of every known kind where nothing is set', () => {
    expect(readRoomFiles({}, [])).toEqual({ bytesMax: 25 * 1024 * 1024, extensions: null });
  });

  it('reads a limit and a list of endings', () => {
    const env = { ROOM_FILE_MB_MAX: '2', ROOM_FILE_KINDS: 'PNG, md' };
    expect(readRoomFiles(env, [])).toEqual({
      bytesMax: 2 * 1024 * 1024,
      extensions: ['png', 'md'],
    });
  });

  it('says what is wrong with each', () => {
    const problems: string[] = [];
    readRoomFiles({ ROOM_FILE_MB_MAX: '0', ROOM_FILE_KINDS: '.png' }, problems);
    expect(problems).toHaveLength(2);
  });
});
