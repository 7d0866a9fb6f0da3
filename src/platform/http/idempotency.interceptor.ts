import { createHash } from 'node:crypto';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, type Observable, of, switchMap, tap } from 'rxjs';
import { canonicalJson } from '../../shared/canonical-json.js';
import { DomainError } from '../../shared/domain-error.js';
import { Clock } from '../clock.js';
import { isUniqueViolation } from '../database/errors.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Ids } from '../ids.js';
import { IdempotencyKeyMissingError, IdempotencyMismatchError } from './http.errors.js';
import { IdempotencyRecord } from './idempotency.record.js';
import { problemOf } from './problem.js';

/** Somebody pressed twice and the first request is still being worked on. */
class StillRunningError extends DomainError {
  constructor() {
    super(
      'conflict',
      'http.still_running',
      'the first request with this Idempotency-Key is still being worked on',
    );
  }
}

/**
 * For calls that make money or bookings: the answer is kept under the client's `Idempotency-Key`
 * and told again when the call is repeated, refusals included; our own failures are not kept.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string' || !/^[\w-]{8,100}$/.test(key))
      throw new IdempotencyKeyMissingError();
    const scope = sha256(
      `${request.person?.accountId ?? ''}|${request.method}|${request.url}|${key}`,
    );
    const bodyHash = sha256(canonicalJson(request.body));
    return from(this.claim(scope, bodyHash)).pipe(
      switchMap((known) => {
        if (known) {
          void reply.status(known.status ?? 200);
          if ((known.status ?? 200) >= 400)
            void reply.header('content-type', 'application/problem+json; charset=utf-8');
          return of(JSON.parse(known.answer ?? 'null') as unknown);
        }
        return next.handle().pipe(
          tap({
            next: (answer) => void this.keep(scope, reply.statusCode, answer),
            error: (error: unknown) => void this.keepRefusal(scope, error, request.correlationId),
          }),
        );
      }),
    );
  }

  /** @returns the kept answer, or null when this request is the first and goes on */
  private async claim(scope: string, bodyHash: string): Promise<IdempotencyRecord | null> {
    try {
      await this.unitOfWork.manager.insert(IdempotencyRecord, {
        id: this.ids.next(),
        scope,
        bodyHash,
        status: null,
        answer: null,
        createdAt: this.clock.now(),
      });
      return null;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    const known = await this.unitOfWork.manager.findOneByOrFail(IdempotencyRecord, { scope });
    if (known.bodyHash !== bodyHash) throw new IdempotencyMismatchError();
    if (known.status === null) throw new StillRunningError();
    return known;
  }

  private async keep(scope: string, status: number, answer: unknown): Promise<void> {
    await this.unitOfWork.manager.update(
      IdempotencyRecord,
      { scope },
      { status, answer: JSON.stringify(answer ?? null) },
    );
  }

  private async keepRefusal(scope: string, error: unknown, correlationId: string): Promise<void> {
    const problem = problemOf(error, correlationId);
    if (problem.status < 500) return this.keep(scope, problem.status, problem);
    await this.unitOfWork.manager.delete(IdempotencyRecord, { scope });
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
