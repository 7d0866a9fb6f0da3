import 'fastify';
import type { Principal } from './principal.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the sign-in guard; null for visitors. */
    person: Principal | null;
    /** Language the answer is written in: en, fr, ar ... */
    locale: string;
    correlationId: string;
  }
}
