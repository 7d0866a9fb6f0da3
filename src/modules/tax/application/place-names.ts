import { textIn } from '../domain/explain.js';
import type { PackSet } from '../domain/pack.js';

/** Names of countries and territories: from the packs where they have them, else from the runtime's own list. */
export function placeNames(packs: PackSet, locale: string): (code: string) => string {
  const known = new Intl.DisplayNames([locale, 'en'], { type: 'region', fallback: 'code' });
  return (code) => {
    const pack = packs.packs.get(code) ?? packs.unions.get(code);
    const named = pack && textIn(pack.body.name, locale);
    if (named !== undefined) return named;
    const [country = code, ...part] = code.split('-');
    const name = /^[A-Z]{2}$/.test(country) ? (known.of(country) ?? country) : country;
    return part.length === 0 ? name : `${name} (${part.join('-')})`;
  };
}
