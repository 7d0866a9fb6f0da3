import { AsyncLocalStorage } from 'node:async_hooks';
import { type LoggerService } from '@nestjs/common';
import { type Logger as Pino, pino } from 'pino';

const correlation = new AsyncLocalStorage<string>();

/** Runs the work so that every log line inside carries the id. */
export function withCorrelationId<T>(correlationId: string, work: () => T): T {
  return correlation.run(correlationId, work);
}

export function correlationId(): string | undefined {
  return correlation.getStore();
}

/** Structured logs, one JSON object a line. Values under names of secrets are removed, wherever they stand. */
export class Logger implements LoggerService {
  private constructor(private readonly sink: Pino) {}

  static create(level: string): Logger {
    return new Logger(
      pino({
        level,
        base: null,
        mixin: () => ({ correlationId: correlation.getStore() }),
        redact: {
          paths: [
            'password',
            'token',
            'authorization',
            'cookie',
            'number',
            'cvc',
            'secret',
            '*.password',
            '*.token',
            '*.authorization',
            '*.cookie',
            '*.number',
            '*.cvc',
            '*.secret',
          ],
          remove: true,
        },
      }),
    );
  }

  info(message: string, facts: object = {}): void {
    this.sink.info(facts, message);
  }

  warn(message: string, facts: unknown = {}): void {
    this.sink.warn(asFacts(facts), message);
  }

  /** @param error what was caught; its stack and cause go into the log, never to the client */
  error(message: string, error?: unknown, facts: object = {}): void {
    this.sink.error({ ...facts, err: error }, message);
  }

  log(message: string, context?: unknown): void {
    this.sink.debug(asFacts(context), message);
  }

  debug(message: string, facts: unknown = {}): void {
    this.sink.debug(asFacts(facts), message);
  }

  verbose(message: string, context?: unknown): void {
    this.sink.trace(asFacts(context), message);
  }

  fatal(message: string, facts: unknown = {}): void {
    this.sink.fatal(asFacts(facts), message);
  }
}

function asFacts(value: unknown): object {
  if (value !== null && typeof value === 'object') return value;
  return value === undefined ? {} : { context: value };
}
