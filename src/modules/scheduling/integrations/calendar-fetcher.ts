import { type ClientRequest, type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../platform/config/config.js';
import {
  AddressNotPublicError,
  type CheckedAddress,
  checkedAddress,
  lookupOf,
} from '../../../platform/net/checked-address.js';
import { accept, refuse, type Verdict } from '../../../shared/verdict.js';
import type { CalendarProblem } from '../domain/calendar.js';

export const CALENDAR_BYTES_MAX = 2 * 1024 * 1024;
/** Of one reading, redirects and all. */
const SECONDS_MAX = 15;
const REDIRECTS_MAX = 4;

type Fetched = Verdict<string, CalendarProblem>;

interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
}

class FetchProblem extends Error {
  constructor(readonly problem: CalendarProblem) {
    super(problem);
    this.name = 'FetchProblem';
  }
}

/**
 * Reads a calendar from an address that a person typed. Such an address may point anywhere, so: TLS
 * only, every address the name stands for must be public, the connection goes to the very address that
 * was checked (a name cannot change its mind in between), redirects pass the same checks, and size and
 * time are bounded.
 */
@Injectable()
export class CalendarFetcher {
  constructor(private readonly config: AppConfig) {}

  async fetch(address: string): Promise<Fetched> {
    const until = AbortSignal.timeout(SECONDS_MAX * 1000);
    try {
      return accept(await this.follow(address, until));
    } catch (error) {
      return refuse(error instanceof FetchProblem ? error.problem : 'not_answering');
    }
  }

  /** Whether an address is of the kind that may be read; what it leads to is checked when it is. */
  isAllowed(address: string): boolean {
    try {
      return this.assertAllowed(address).href !== '';
    } catch {
      return false;
    }
  }

  private assertAllowed(address: string): URL {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (!url) throw new FetchProblem('address_refused');
    // What calendar programs call a subscription.
    if (url.protocol === 'webcal:')
      return this.assertAllowed(address.replace(/^webcal:/i, 'https:'));
    const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && this.allowsLocal);
    if (!isAllowed || url.username !== '' || url.password !== '')
      throw new FetchProblem('address_refused');
    return url;
  }

  private get allowsLocal(): boolean {
    return this.config.outbound.allowsLocalAddresses;
  }

  private async follow(address: string, until: AbortSignal): Promise<string> {
    let url = this.assertAllowed(address);
    for (let hop = 0; hop <= REDIRECTS_MAX; hop += 1) {
      const { status, location, text } = await this.ask(url, until);
      if (status === 200) return text;
      if (status < 300 || status > 399 || location === null)
        throw new FetchProblem(status >= 500 ? 'not_answering' : 'not_found');
      url = this.assertAllowed(
        URL.canParse(location, url.href) ? new URL(location, url.href).href : '',
      );
    }
    throw new FetchProblem('not_found');
  }

  private async ask(url: URL, until: AbortSignal): Promise<Answer> {
    const lookup = lookupOf(await this.addressOf(url.hostname));
    const request = url.protocol === 'https:' ? requestTls : requestPlain;
    return new Promise((resolve, reject) => {
      const asked = request(
        url,
        {
          lookup,
          signal: until,
          agent: false,
          headers: {
            accept: 'text/calendar, text/plain;q=0.5',
            'accept-encoding': 'identity',
            'user-agent': 'Visavis calendar reader',
          },
        },
        (answer) => read(answer, asked, resolve, reject),
      );
      asked.once('error', reject);
      asked.end();
    });
  }

  /** @throws FetchProblem when the name stands for any address that is not public */
  private async addressOf(host: string): Promise<CheckedAddress> {
    try {
      return await checkedAddress(host, this.allowsLocal);
    } catch (error) {
      throw error instanceof AddressNotPublicError ? new FetchProblem('address_refused') : error;
    }
  }
}

function read(
  answer: IncomingMessage,
  asked: ClientRequest,
  resolve: (answer: Answer) => void,
  reject: (error: Error) => void,
): void {
  const parts: Buffer[] = [];
  let size = 0;
  answer.on('data', (part: Buffer) => {
    size += part.length;
    parts.push(part);
    if (size <= CALENDAR_BYTES_MAX) return;
    reject(new FetchProblem('too_large'));
    asked.destroy();
  });
  answer.once('error', reject);
  answer.once('end', () =>
    resolve({
      status: answer.statusCode ?? 0,
      location: answer.headers.location ?? null,
      text: Buffer.concat(parts).toString('utf8'),
    }),
  );
}
