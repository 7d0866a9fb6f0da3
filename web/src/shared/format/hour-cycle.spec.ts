import { hourOptions } from './hour-cycle';
import { formatWallTime } from './time';

describe('hourOptions', () => {
  it('writes hours as the reader chose, else as the language does', () => {
    const written = (choice: 'auto' | '12' | '24') =>
      formatWallTime('21:05', 'en-GB', hourOptions(choice)).toLowerCase().replace(/\s/g, ' ');
    expect([written('auto'), written('12'), written('24')]).toEqual(['21:05', '09:05 pm', '21:05']);
    expect(formatWallTime('00:05', 'en-US', hourOptions('24'))).toBe('00:05');
  });
});
