import { DomainError, InvalidInputError } from '../../shared/domain-error.js';
import { problemOf } from './problem.js';

describe('problemOf', () => {
  it('tells the client everything about its own mistakes', () => {
    const problem = problemOf(new InvalidInputError([{ field: 'email', rule: 'email' }]), 'id-1');
    expect(problem).toMatchObject({
      status: 400,
      code: 'input.invalid',
      correlationId: 'id-1',
      facts: { problems: [{ field: 'email', rule: 'email' }] },
    });
  });

  it('tells nothing about ours', () => {
    const problem = problemOf(new Error('password=hunter2 at /srv/app'), 'id-2');
    expect(problem).toEqual({
      type: 'urn:visavis:problem:server.error',
      title: 'Something went wrong on our side',
      status: 500,
      code: 'server.error',
      correlationId: 'id-2',
    });
  });

  it('says when a part is unavailable, so that the client may try again', () => {
    expect(
      problemOf(new DomainError('unavailable', 'billing.provider', 'no answer'), 'id-3').status,
    ).toBe(503);
  });
});
