import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generate } from 'otplib';
import { createConsole } from '../../../admin/console.js';
import { AccountsFacade, type Role } from '../../../src/modules/accounts/index.js';
import type { TestApp } from '../../support/test-app.js';

export const PASSWORD = 'a long enough password';
export const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** The console on a port of its own, as browsers talk to it. */
export class ConsoleClient {
  private constructor(
    private readonly server: Server,
    private readonly app: TestApp,
    readonly origin: string,
  ) {}

  static async start(app: TestApp): Promise<ConsoleClient> {
    const server = createServer(await createConsole({ app: app.app, publicPath: '/admin' }));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new ConsoleClient(server, app, `http://127.0.0.1:${port}`);
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  /** Somebody with these roles; staff get the second factor that the tests know. */
  async person(
    email: string,
    roles: readonly Role[],
    options: { readonly hasSecondFactor?: boolean; readonly displayName?: string } = {},
  ): Promise<string> {
    const accounts = this.app.get(AccountsFacade);
    const { id } = await accounts.signUp(
      {
        email,
        password: PASSWORD,
        displayName: options.displayName ?? email,
        country: 'FR',
        language: 'en',
        timeZone: 'Europe/Paris',
      },
      { roles, isVerified: true },
    );
    if (options.hasSecondFactor ?? true) await accounts.setUpSecondFactor(id, email, TOTP_SECRET);
    return id;
  }

  code(secret = TOTP_SECRET): Promise<string> {
    const epoch = Math.floor(this.app.clock.now().epochMilliseconds / 1000);
    return generate({ secret, epoch });
  }

  submit(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return fetch(this.origin + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: this.origin, ...headers },
      body: new URLSearchParams(fields),
    });
  }

  async signIn(email: string): Promise<StaffSession> {
    const answer = await this.submit('/admin/sign-in', {
      email,
      password: PASSWORD,
      code: await this.code(),
    });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0];
    if (answer.status !== 303 || cookie === undefined)
      throw new Error(`${email} could not sign in: ${answer.status}`);
    return new StaffSession(this.origin, cookie);
  }
}

/** What one signed-in browser asks. */
export class StaffSession {
  constructor(
    private readonly origin: string,
    readonly cookie: string,
  ) {}

  get(path: string): Promise<Response> {
    return fetch(this.origin + path, { redirect: 'manual', headers: { cookie: this.cookie } });
  }

  post(path: string, body: object = {}, origin: string | null = this.origin): Promise<Response> {
    return fetch(this.origin + path, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        cookie: this.cookie,
        'content-type': 'application/json',
        ...(origin === null ? {} : { origin }),
      },
      body: JSON.stringify(body),
    });
  }

  async ids(resource: string): Promise<string[]> {
    const answer = await this.get(`/admin/api/resources/${resource}/actions/list`);
    const { records } = (await answer.json()) as { records: { id: string }[] };
    return records.map(({ id }) => id);
  }
}
