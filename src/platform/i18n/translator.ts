import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { createInstance, type i18n, type TFunction } from 'i18next';
import Backend from 'i18next-fs-backend';
import { isLanguage, LANGUAGES, type Language } from './languages.js';

const LOCALES = fileURLToPath(new URL('./locales', import.meta.url));

/** Text of mails, documents and calendar files, in the reader's language; one i18next instance per language, never the shared one. */
@Injectable()
export class Translator {
  private readonly instances = new Map<Language, Promise<i18n>>();

  /** @param locale falls back to English when the product does not speak it */
  async for(locale: string): Promise<TFunction> {
    const language = isLanguage(locale) ? locale : 'en';
    const known = this.instances.get(language) ?? this.create(language);
    this.instances.set(language, known);
    return (await known).t;
  }

  private async create(language: Language): Promise<i18n> {
    const instance = createInstance();
    await instance.use(Backend).init({
      lng: language,
      fallbackLng: 'en',
      supportedLngs: [...LANGUAGES],
      ns: namespaces(),
      defaultNS: 'common',
      backend: { loadPath: `${LOCALES}/{{lng}}/{{ns}}.json` },
      interpolation: { escapeValue: false },
      returnNull: false,
    });
    return instance;
  }
}

function namespaces(): string[] {
  return readdirSync(`${LOCALES}/en`)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace('.json', ''));
}
