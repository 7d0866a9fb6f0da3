import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { IS_PUBLIC, NEEDS_ROLE } from './decorators.js';
import { NotAllowedError, NotSignedInError } from './http.errors.js';

/** Every route needs a sign-in unless it says otherwise; forgetting a decorator locks, never opens. */
@Injectable()
export class SignInGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const targets = [context.getHandler(), context.getClass()];
    const { person } = context.switchToHttp().getRequest<FastifyRequest>();
    const role = this.reflector.getAllAndOverride<string | undefined>(NEEDS_ROLE, targets);
    if (!person) {
      if (
        role === undefined &&
        this.reflector.getAllAndOverride<boolean | undefined>(IS_PUBLIC, targets)
      )
        return true;
      throw new NotSignedInError();
    }
    if (role !== undefined && !person.roles.includes(role)) throw new NotAllowedError(role);
    return true;
  }
}
