import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

/** argon2id, 19 MiB and two passes. @source OWASP Password Storage Cheat Sheet */
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

/** A hash of nobody's password: checking against it makes an unknown address answer as slowly as a known one. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5LW5vYm9keQ$cJ8s6mFvC7xB8oC3p0Zr2sWl8v1fU6mXrVwG0fN0F7E';

@Injectable()
export class Passwords {
  hash(password: string): Promise<string> {
    return hash(password, COST);
  }

  /** @param stored null for an account without a password, or no account at all */
  async matches(stored: string | null, password: string): Promise<boolean> {
    const isRight = await verify(stored ?? NOBODY, password).catch(() => false);
    return stored !== null && isRight;
  }
}
