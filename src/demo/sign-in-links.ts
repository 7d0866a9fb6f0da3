import { Injectable } from '@nestjs/common';
import { generate } from 'otplib';
import { AccountsFacade } from '../modules/accounts/index.js';
import { Clock } from '../platform/clock.js';
import { DEMO_PASSWORD, DEMO_TOTP_SECRET, demoEmail } from './content/people.js';

/** Who signs in where; each name has its own cookies, so that all can be signed in in one browser. */
const DOORS = [
  { host: 'learner', label: 'learner, English', key: 'learner' },
  { host: 'learner', label: 'learner, French', key: 'camille' },
  { host: 'learner', label: 'learner, Arabic', key: 'leila' },
  { host: 'expert', label: 'expert, English', key: 'tomasz' },
  { host: 'expert', label: 'expert, French', key: 'odile' },
  { host: 'expert', label: 'expert, Arabic', key: 'nadia' },
] as const;

const LABEL_WIDTH = 23;

/** What is printed at the start of a demo: where each kind of person goes, already signed in. */
@Injectable()
export class DemoLinks {
  constructor(
    private readonly accounts: AccountsFacade,
    private readonly clock: Clock,
  ) {}

  /**
   * Each link works once, for a day; every start prints new ones.
   *
   * @param publicUrl without a trailing slash; on this machine each door gets a name of its own
   */
  async print(publicUrl: string, port: number): Promise<string[]> {
    const lines = ['', 'the demo, already signed in (each link works once):'];
    for (const { host, label, key } of DOORS) {
      const person = await this.accounts.personByEmail(demoEmail(key));
      if (!person) continue;
      const token = await this.accounts.issueSignInLink(person.id);
      lines.push(row(label, `${originOf(host, publicUrl, port)}/sign-in/link/${token}`));
    }
    return [...lines, ...(await this.console(publicUrl))];
  }

  private async console(publicUrl: string): Promise<string[]> {
    const epoch = Math.floor(this.clock.now().epochMilliseconds / 1000);
    const code = await generate({ secret: DEMO_TOTP_SECRET, epoch });
    return [
      row('reviewer, console', `${publicUrl}/admin`),
      row('', `${demoEmail('reviewer')}  ${DEMO_PASSWORD}`),
      row('', `second factor ${DEMO_TOTP_SECRET}  (right now ${code})`),
    ];
  }
}

function originOf(host: string, publicUrl: string, port: number): string {
  const scheme = /^(https?):\/\/localhost(:\d+)?$/.exec(publicUrl)?.[1];
  return scheme ? `${scheme}://${host}.localhost:${port}` : publicUrl;
}

function row(label: string, text: string): string {
  return `${label.padEnd(LABEL_WIDTH)}${text}`;
}
