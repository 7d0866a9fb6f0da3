import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface HealthCheck {
  readonly name: string;
  /** Throws when the part cannot do its work. */
  check(): Promise<void>;
}

export type CheckAnswer = { readonly ok: true } | { readonly ok: false; readonly reason: string };

const CHECK_LIMIT_MS = 2_000;

/** What must work for requests to be served; parts add their own checks. */
@Injectable()
export class Health {
  private readonly checks: HealthCheck[] = [];

  constructor(dataSource: DataSource) {
    this.add({ name: 'database', check: async () => void (await dataSource.query('SELECT 1')) });
  }

  add(check: HealthCheck): void {
    this.checks.push(check);
  }

  async ready(): Promise<{ isReady: boolean; checks: Record<string, CheckAnswer> }> {
    const answers = await Promise.all(
      this.checks.map(async (check) => [check.name, await ask(check)] as const),
    );
    return {
      isReady: answers.every(([, answer]) => answer.ok),
      checks: Object.fromEntries(answers),
    };
  }
}

async function ask(check: HealthCheck): Promise<CheckAnswer> {
  let timer: NodeJS.Timeout | undefined;
  try {
    await Promise.race([
      check.check(),
      new Promise<never>((_, reject) => {
        timer = setTimeout(
          () => reject(new Error(`no answer in ${CHECK_LIMIT_MS} ms`)),
          CHECK_LIMIT_MS,
        );
      }),
    ]);
    return { ok: true };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
