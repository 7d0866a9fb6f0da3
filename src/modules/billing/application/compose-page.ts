import type { TFunction } from 'i18next';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { isLanguage, type Language } from '../../../platform/i18n/languages.js';
import { Translator } from '../../../platform/i18n/translator.js';
import { minorUnitsOf } from '../../../shared/currency.js';
import type { MoneyJson } from '../../../shared/money.js';
import { divideRounded } from '../../../shared/ratio.js';
import type { DocumentContent, Party } from '../domain/document.js';
import type { DocumentRecord } from '../persistence/document.records.js';
import type { DocumentPage } from './document-page.js';

/** Digits as the tables of all three languages can carry them. */
const LOCALE_OF = {
  en: 'en-GB',
  fr: 'fr-FR',
  ar: 'ar-u-nu-latn',
} as const satisfies Record<Language, string>;

type Say = (key: string, params?: Readonly<Record<string, string>>) => string;

/** Puts a document into the words and formats of its reader. */
@Injectable()
export class ComposePage {
  constructor(private readonly translator: Translator) {}

  async run({ content, issuedAt }: DocumentRecord): Promise<DocumentPage> {
    const language = isLanguage(content.language) ? content.language : 'en';
    const translate: TFunction = await this.translator.for(language);
    const say: Say = (key, params = {}) => translate(`billing:document.${key}`, isolated(params));
    const words = new Words(language, say);
    return {
      language,
      direction: language === 'ar' ? 'rtl' : 'ltr',
      title: say(`kind.${content.kind}`),
      facts: factsOf(content, words),
      parties: [
        { label: say('supplier'), lines: partyLines(content.supplier, words) },
        { label: say('customer'), lines: partyLines(content.customer, words) },
      ],
      columns: ['description', 'quantity', 'unitPrice', 'amount'].map((key) => say(key)),
      row: rowOf(content, words),
      underRow: underRowOf(content, words),
      totals: totalsOf(content, words),
      notes: notesOf(content, words),
      footer: say('footer', { number: content.number, session: content.sessionId }),
      issuedAt: issuedAt.toString(),
    };
  }
}

/** Money, dates and places in one language. */
class Words {
  constructor(
    readonly language: Language,
    readonly say: Say,
  ) {}

  money({ amountMinor, currency }: MoneyJson): string {
    const places = minorUnitsOf(currency);
    const isNegative = amountMinor.startsWith('-');
    const digits = amountMinor.replace('-', '').padStart(places + 1, '0');
    const cut = digits.length - places;
    const decimal = `${isNegative ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut) || '0'}`;
    return new Intl.NumberFormat(LOCALE_OF[this.language], { style: 'currency', currency }).format(
      decimal as `${number}`,
    );
  }

  minutes(seconds: number): string {
    return this.say('minutes', {
      minutes: String(Math.floor(seconds / 60)),
      seconds: String(seconds % 60).padStart(2, '0'),
    });
  }

  percent(decimal: string): string {
    return `${new Intl.NumberFormat(LOCALE_OF[this.language], { maximumFractionDigits: 4 }).format(decimal as `${number}`)} %`;
  }

  date(iso: string): string {
    const midnight = Temporal.Instant.from(`${iso}T00:00:00Z`).epochMilliseconds;
    return new Intl.DateTimeFormat(LOCALE_OF[this.language], {
      dateStyle: 'long',
      timeZone: 'UTC',
    }).format(midnight);
  }

  country(code: string): string {
    return new Intl.DisplayNames(LOCALE_OF[this.language], { type: 'region' }).of(code) ?? code;
  }
}

function factsOf(content: DocumentContent, words: Words): DocumentPage['facts'] {
  const { number, issuedOn, performedOn, corrects } = content;
  const { say } = words;
  return [
    { label: say('number'), value: number },
    { label: say('issuedOn'), value: words.date(issuedOn) },
    { label: say('performedOn'), value: words.date(performedOn) },
    ...(corrects
      ? [
          {
            label: say('corrects'),
            value: say('correctsValue', {
              number: corrects.number,
              date: words.date(corrects.issuedOn),
            }),
          },
        ]
      : []),
  ];
}

function partyLines({ name, address, country, taxId }: Party, words: Words): string[] {
  return [
    isolate(name),
    ...address
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(isolate),
    ...(country === '' ? [] : [words.country(country)]),
    ...(taxId === null ? [] : [words.say('taxId', { id: taxId })]),
  ];
}

function rowOf({ line, gross, net, kind }: DocumentContent, words: Words): string[] {
  const { say } = words;
  const isFee = kind === 'commission_invoice' || kind === 'commission_credit_note';
  // A fee is agreed without tax, a session with it.
  const amount = words.money(isFee ? net : gross);
  switch (line.kind) {
    case 'session_by_minute': {
      const quantity = words.minutes(line.billedSeconds - line.freeSeconds);
      return [say('line.session', { title: line.title }), quantity, words.money(line.unit), amount];
    }
    case 'session':
      return [say('line.session', { title: line.title }), '1', words.money(line.unit), amount];
    case 'commission': {
      const description = say('line.commission', {
        percent: words.percent(line.percent),
        title: line.title,
      });
      return [description, '1', amount, amount];
    }
    case 'correction':
      return [
        say(isFee ? 'line.correctedFee' : 'line.corrected', { title: line.title }),
        '1',
        amount,
        amount,
      ];
  }
}

function underRowOf(content: DocumentContent, words: Words): string[] {
  return [...freeTimeOf(content, words), ...netUnitPriceOf(content, words)];
}

/** The row counts what is paid for; what the expert gave is said beside it. */
function freeTimeOf({ line }: DocumentContent, words: Words): string[] {
  if (line.kind !== 'session_by_minute' || line.freeSeconds === 0) return [];
  const { billedSeconds, freeSeconds } = line;
  const times = { together: words.minutes(billedSeconds), free: words.minutes(freeSeconds) };
  return [words.say('freeTime', times)];
}

/** Some laws ask for the unit price without tax beside the price that was agreed with it. */
function netUnitPriceOf({ line, net, gross, tax }: DocumentContent, words: Words): string[] {
  if (line.kind !== 'session_by_minute' && line.kind !== 'session') return [];
  if (tax.amountMinor === '0' || gross.amountMinor === '0') return [];
  const amountMinor = divideRounded(
    BigInt(line.unit.amountMinor) * BigInt(net.amountMinor),
    BigInt(gross.amountMinor),
    'half_up',
  ).toString();
  return [
    words.say('netUnitPrice', {
      amount: words.money({ amountMinor, currency: line.unit.currency }),
    }),
  ];
}

function totalsOf(content: DocumentContent, words: Words): DocumentPage['totals'] {
  const { say } = words;
  const { taxes, net, gross, kind } = content;
  const isCredit = kind === 'credit_note' || kind === 'commission_credit_note';
  return [
    { label: say('net'), value: words.money(net), isStrong: false },
    ...taxes.map(({ name, ratePercent, net: base, amount }) => ({
      label: say('tax', { name, percent: words.percent(ratePercent), base: words.money(base) }),
      value: words.money(amount),
      isStrong: false,
    })),
    ...(taxes.length === 0
      ? [{ label: say('noTax'), value: words.money(content.tax), isStrong: false }]
      : []),
    { label: say(isCredit ? 'totalCredited' : 'total'), value: words.money(gross), isStrong: true },
  ];
}

/** What the law asks to be said stands first in the reader's language, then in its own. */
function notesOf(content: DocumentContent, words: Words): string[] {
  const { say, language } = words;
  const legal = content.notes.flatMap((texts) => {
    const first = texts[language] ?? texts['en'];
    const others = Object.values(texts).filter((text) => text !== first);
    return [first, ...others].filter((text) => text !== undefined).map(isolate);
  });
  return [
    ...legal,
    ...(content.issuedBy ? [say('issuedBy', { name: content.issuedBy.name })] : []),
    ...(content.isFiscal ? [] : [say('notFiscal')]),
  ];
}

function isolated(params: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, isolate(value)]));
}

/** A text that keeps its own direction inside one of the other. @source UAX 9, first strong isolate */
function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
