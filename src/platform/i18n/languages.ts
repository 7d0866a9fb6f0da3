/** Languages the product speaks; a language is one folder of JSON here and one in `web/src/i18n`. */
export const LANGUAGES = ['en', 'fr', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/**
 * Chooses the language of an answer.
 *
 * @param chosen         what the visitor switched to, if anything
 * @param acceptLanguage the browser's list, best first by its q values
 */
export function negotiateLanguage(
  chosen: string | undefined,
  acceptLanguage: string | undefined,
): Language {
  if (chosen !== undefined && isLanguage(chosen)) return chosen;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/;\s*q=/);
      return {
        language: tag.toLowerCase().split('-')[0] ?? '',
        quality: quality === undefined ? 1 : Number(quality),
      };
    })
    .filter((candidate) => candidate.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map((candidate) => candidate.language).find(isLanguage) ?? 'en';
}
