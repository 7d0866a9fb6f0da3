import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { NotSignedInError } from './http.errors.js';
import type { Principal } from './principal.js';

export const IS_PUBLIC = 'visavis:public';
export const NEEDS_ROLE = 'visavis:role';

/** The route answers anybody; without this every route needs a sign-in. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(IS_PUBLIC, true);

/** The route needs this role besides the sign-in. */
export const Roles = (role: string): MethodDecorator & ClassDecorator =>
  SetMetadata(NEEDS_ROLE, role);

/** Who makes the request. @throws NotSignedInError when nobody is signed in */
export const CurrentPerson = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal => {
    const person = personOf(context);
    if (!person) throw new NotSignedInError();
    return person;
  },
);

/** Who makes the request, or null; for routes that are public. */
export const Visitor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal | null => personOf(context),
);

/** Language of the answer: the person's, else the switch on the page, else what the browser asks for. */
export const Locale = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  return context.switchToHttp().getRequest<FastifyRequest>().locale;
});

function personOf(context: ExecutionContext): Principal | null {
  return context.switchToHttp().getRequest<FastifyRequest>().person ?? null;
}
