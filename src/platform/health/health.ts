import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface HealthCheck {
  readonly name: string;
  /** False where the rest goes on without it: then its failure is a warning. True when left out. */
  readonly isVital?: boolean;
  /** Throws when the part cannot do its work. */
  check(): Promise<void>;
}

export type CheckAnswer = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** `degraded`: requests are served, but a part that others stand in for does not work. */
export type HealthStatus = 'ok' | 'degraded' | 'unavailable';

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

  async ready(): Promise<{ status: HealthStatus; checks: Record<string, CheckAnswer> }> {
    const answers = await Promise.all(
      this.checks.map(async (check) => ({ check, answer: await ask(check) })),
    );
    const failed = answers.filter(({ answer }) => !answer.ok);
    const isDown = failed.some(({ check }) => check.isVital !== false);
    return {
      status: isDown ? 'unavailable' : failed.length > 0 ? 'degraded' : 'ok',
      checks: Object.fromEntries(answers.map(({ check, answer }) => [check.name, answer])),
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
