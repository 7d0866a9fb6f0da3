import type { Booking, Claim, ClaimReason, Earnings, Money, SessionView } from './contract';
import type { paths as GeneratedPaths } from './schema';

type Prefix = '/api/v1';

/** Addresses as the pages write them, below the version. */
type BelowVersion<Paths> = {
  [
    Address in keyof Paths as Address extends `${Prefix}${infer Rest}` ? Rest : never
  ]: Paths[Address];
};

interface NoParameters {
  query?: never;
  header?: never;
  path?: never;
  cookie?: never;
}

/** One operation in the shape that openapi-fetch reads. */
type Operation<Answer, Parameters extends object = object, Body = undefined> = {
  parameters: Omit<NoParameters, keyof Parameters> & Parameters;
  responses: { 200: { headers: object; content: { 'application/json': Answer } } };
} & (Body extends undefined
  ? { requestBody?: never }
  : { requestBody: { content: { 'application/json': Body } } });

type ById = { path: { id: string } };

/** Written by hand until the server describes them; what it describes wins. */
interface Announced {
  '/bookings/{id}/cancellation': { get: Operation<{ refund: Money; rule: string }, ById> };
  '/bookings/{id}/cancel': { post: Operation<Booking, ById> };
  '/sessions/{id}/extend': { post: Operation<SessionView, ById, { minutes: number }> };
  '/studio/earnings': { get: Operation<Earnings> };
  '/claims': {
    post: Operation<Claim, object, { sessionId: string; reason: ClaimReason; text: string }>;
  };
}

type Described = BelowVersion<GeneratedPaths>;

/** Every address under `/api/v1`, what it takes and what it answers. */
export type paths = Described & Omit<Announced, keyof Described>;
