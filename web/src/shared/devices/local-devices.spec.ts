import { problemOf } from './local-devices';

const named = (name: string) => Object.assign(new Error('no'), { name });

describe('problemOf', () => {
  it('tells a refused permission from a missing and from a busy device', () => {
    expect(problemOf(named('NotAllowedError'))).toBe('refused');
    expect(problemOf(named('NotFoundError'))).toBe('missing');
    expect(problemOf(named('NotReadableError'))).toBe('busy');
    expect(problemOf('something else')).toBe('failed');
  });
});
