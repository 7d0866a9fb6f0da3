import { safeNext } from './session-actions';

describe('safeNext', () => {
  it('keeps a path of our own with its query', () => {
    expect(safeNext('/listings/1/help?step=check')).toBe('/listings/1/help?step=check');
  });

  it('goes home instead of to another host', () => {
    for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '', null])
      expect(safeNext(next)).toBe('/');
  });
});
