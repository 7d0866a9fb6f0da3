import { problemsOf } from './problems-of';

describe('problemsOf', () => {
  it('finds every message with the name of its field, however deep it stands', () => {
    const errors = {
      problem: { type: 'schema', message: 'help:problem.tooShort' },
      card: {
        number: { type: 'schema', message: 'card' },
        cvc: { type: 'server', message: 'cvc' },
      },
    };
    expect(problemsOf(errors)).toEqual([
      { name: 'problem', message: 'help:problem.tooShort' },
      { name: 'card.number', message: 'card' },
      { name: 'card.cvc', message: 'cvc' },
    ]);
  });

  it('finds nothing where nothing is wrong', () => {
    expect(problemsOf({ card: undefined, listing: {} })).toEqual([]);
  });
});
