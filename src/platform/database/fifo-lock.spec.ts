import { FifoLock, LockWaitError } from './fifo-lock.js';

describe('FifoLock', () => {
  it('serves those who wait in the order they came', async () => {
    const lock = new FifoLock(1_000);
    const order: string[] = [];
    await lock.acquire(() => 'first');
    const waiting = ['second', 'third'].map((name) =>
      lock.acquire(() => name).then(() => order.push(name)),
    );
    lock.release();
    await waiting[0];
    lock.release();
    await waiting[1];
    expect(order).toEqual(['second', 'third']);
  });

  it('throws and names the holder when the wait is too long, and lets the next one through later', async () => {
    const lock = new FifoLock(20);
    await lock.acquire(() => 'the slow import');
    await expect(lock.acquire(() => 'somebody')).rejects.toThrow(LockWaitError);
    await expect(lock.acquire(() => 'somebody')).rejects.toThrow(/the slow import/);
    lock.release();
    await expect(lock.acquire(() => 'next')).resolves.toBeUndefined();
  });
});
