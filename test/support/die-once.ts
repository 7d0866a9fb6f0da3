import { jest } from '@jest/globals';

/** Makes the nth call of a method throw, before its work or after it, as a killed program would stop there. */
export function dieOnce(
  target: object,
  method: string,
  when: 'before' | 'after',
  nth: number,
): void {
  const object = target as Record<string, (...args: unknown[]) => Promise<unknown>>;
  const original = object[method]?.bind(target);
  let calls = 0;
  jest.spyOn(object, method).mockImplementation(async (...args: unknown[]): Promise<unknown> => {
    calls += 1;
    if (calls === nth && when === 'before') throw new Error('killed');
    const result = await original?.(...args);
    if (calls === nth && when === 'after') throw new Error('killed');
    return result;
  });
}
