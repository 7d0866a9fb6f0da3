import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next/initReactI18next';
import {
  directionOf,
  type Language,
  type LoadWords,
  type Namespace,
  type Words,
} from './languages';

export interface PageWords {
  readonly i18n: i18n;
  /** Brings the words of these namespaces in, once. */
  readonly need: (namespaces: readonly Namespace[]) => Promise<void>;
  /** Everything brought in so far: the server writes it into the page for the browser. */
  readonly known: () => Partial<Record<Namespace, Words>>;
  readonly learn: (words: Partial<Record<Namespace, Words>>) => void;
}

/** One instance per request on the server and one per page in a browser; never the library's singleton. */
export async function createPageWords(language: Language, load: LoadWords): Promise<PageWords> {
  const i18n = createInstance();
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: [],
    partialBundledLanguages: true,
    resources: {},
    react: { useSuspense: false },
    interpolation: { escapeValue: true, escape: isolateFor(language) },
  });
  const learnOne = (namespace: string, words: Words) =>
    i18n.addResourceBundle(language, namespace, words);
  return {
    i18n,
    known: () => i18n.getDataByLanguage(language) as Partial<Record<Namespace, Words>>,
    learn: (words) => {
      for (const [namespace, tree] of Object.entries(words)) learnOne(namespace, tree);
    },
    need: async (namespaces) => {
      await Promise.all(
        namespaces
          .filter((namespace) => !i18n.hasResourceBundle(language, namespace))
          .map(async (namespace) => learnOne(namespace, await load(language, namespace))),
      );
    },
  };
}

/**
 * React escapes by itself, so i18next's escaping step is free for another need: in right-to-left
 * sentences every value that is put in ("12,50 €", a name) is isolated from the words around it.
 */
function isolateFor(language: Language): (value: string) => string {
  return directionOf(language) === 'rtl' ? (value) => `\u2068${value}\u2069` : (value) => value;
}
