import { redirect, redirectDocument } from 'react-router';
import { servedLanguage } from '../../i18n/languages';
import type { PageRequest } from '../../app/page';

/** Where to go after signing in: a path of our own, never another host. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/';
}

/** Goes on after the session began; in another language the whole page is drawn anew. */
export function goOn(
  { services }: PageRequest,
  person: { language: string },
  to: string,
): Response {
  const spoken = services.words.i18n.language;
  return servedLanguage(person.language) === spoken ? redirect(to) : redirectDocument(to);
}
