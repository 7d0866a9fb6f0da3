import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AccountsFacade, type PersonView } from '../../../modules/accounts/index.js';
import { AppConfig } from '../../../platform/config/config.js';
import { NotSignedInError } from '../../../platform/http/http.errors.js';
import { isLanguage } from '../../../platform/i18n/languages.js';

/** The cookies of a visitor's own choice; a person's account stands over them. */
export const COUNTRY_COOKIE = 'visavis_country';
export const LANGUAGE_COOKIE = 'visavis_language';

/** Who asks, and how things are shown to them. */
export interface Asker {
  readonly person: PersonView | null;
  /** Country whose prices are shown: the account's, else the visible switch, else the installation's. */
  readonly country: string;
  readonly language: string;
}

/** Somebody who is signed in. */
export type SignedInAsker = Asker & { readonly person: PersonView };

@Injectable()
export class Askers {
  constructor(
    private readonly accounts: AccountsFacade,
    private readonly config: AppConfig,
  ) {}

  async of(request: FastifyRequest): Promise<Asker> {
    const person = request.person ? await this.accounts.person(request.person.accountId) : null;
    const chosen = request.cookies[COUNTRY_COOKIE];
    return {
      person,
      country:
        person?.country ??
        (chosen && /^[A-Z]{2}$/.test(chosen) ? chosen : this.config.defaultCountry),
      language:
        person?.language ??
        (isLanguage(request.locale) ? request.locale : this.config.defaultLanguage),
    };
  }

  /** @throws NotSignedInError */
  async signedIn(request: FastifyRequest): Promise<SignedInAsker> {
    const { person, ...display } = await this.of(request);
    if (!person) throw new NotSignedInError();
    return { person, ...display };
  }
}
