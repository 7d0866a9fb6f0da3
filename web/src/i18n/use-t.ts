import { useTranslation } from 'react-i18next';

export type Values = Record<string, string | number>;

/** Gives the text of a full key, `t('home:hero.title')`. */
export type T = (key: string, values?: Values) => string;

export function useT(): T {
  return useTranslation().t as T;
}
