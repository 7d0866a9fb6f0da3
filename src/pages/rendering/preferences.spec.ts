import { bodyText, ownPath } from './preferences.js';

describe('ownPath', () => {
  it('goes back to where the form was', () => {
    expect(ownPath('/search?q=sink')).toBe('/search?q=sink');
  });

  it('never leads to another host', () => {
    for (const path of ['//evil.example', '/\\evil.example', 'https://evil.example', '', null])
      expect(ownPath(path)).toBe('/');
  });
});

describe('bodyText', () => {
  it('gives a form back as it was posted, whether parsed or not', () => {
    expect(bodyText({ body: 'a=1&b=x+y' })).toBe('a=1&b=x+y');
    expect(bodyText({ body: { a: '1', b: ['x y', 'z'] } })).toBe('a=1&b=x+y&b=z');
    expect(bodyText({ body: undefined })).toBe('');
  });
});
