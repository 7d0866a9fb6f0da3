/** Somebody waited longer for the one SQLite connection than any transaction may take. */
export class LockWaitError extends Error {
  constructor(
    waitedMs: number,
    readonly holder: string,
  ) {
    super(`waited ${waitedMs} ms for the database connection; it is held by:\n${holder}`);
    this.name = 'LockWaitError';
  }
}

interface Waiter {
  readonly grant: () => void;
}

/** One holder at a time, first come first served; a wait over the limit throws and names the holder. */
export class FifoLock {
  private holder: (() => string) | null = null;
  private readonly waiting: Waiter[] = [];

  constructor(private readonly waitLimitMs: number) {}

  /** @param describe tells who is asking; called only when somebody else waits too long */
  async acquire(describe: () => string): Promise<void> {
    if (this.holder === null) {
      this.holder = describe;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const waiter: Waiter = {
        grant: () => {
          clearTimeout(timer);
          this.holder = describe;
          resolve();
        },
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(waiter), 1);
        reject(new LockWaitError(this.waitLimitMs, this.holder?.() ?? 'nobody'));
      }, this.waitLimitMs);
      this.waiting.push(waiter);
    });
  }

  release(): void {
    this.holder = null;
    this.waiting.shift()?.grant();
  }
}
