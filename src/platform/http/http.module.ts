import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { IdempotencyRecord } from './idempotency.record.js';
import { inputPipe } from './input.pipe.js';
import { ProblemFilter } from './problem.filter.js';
import { SignInGuard } from './sign-in.guard.js';
import { WebhookRawBody } from './webhook-raw-body.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([IdempotencyRecord])],
  providers: [
    IdempotencyInterceptor,
    WebhookRawBody,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: SignInGuard },
    { provide: APP_PIPE, useFactory: inputPipe },
  ],
  exports: [IdempotencyInterceptor],
})
export class HttpModule {}
