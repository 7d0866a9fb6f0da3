/** Who makes a request, as the sign-in says. Every read of somebody's things is checked against this. */
export interface Principal {
  readonly accountId: string;
  readonly signInId: string;
  readonly roles: readonly string[];
  readonly locale: string;
}

/** The name of the cookie that carries the sign-in of browsers. */
export const SESSION_COOKIE = 'visavis_session';

/** Recognises the bearer of a sign-in; implemented by the module that owns accounts. */
export abstract class Authenticator {
  /** @returns null when the token is unknown, ended or expired */
  abstract authenticate(token: string): Promise<Principal | null>;
}
