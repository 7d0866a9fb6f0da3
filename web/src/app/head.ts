import type { UIMatch } from 'react-router';
import type { T } from '../i18n/use-t';
import type { Head, PageHandle } from './page';

/** Title and description of the deepest page that has them. */
export function headOf(
  matches: readonly Pick<UIMatch, 'handle' | 'loaderData'>[],
  {
    t,
    locale,
    url,
    failed,
  }: { t: T; locale: string; url: URL; failed: 'missing' | 'error' | null },
): Head {
  const site = t('common:site');
  if (failed !== null)
    return {
      title: `${t(failed === 'missing' ? 'common:missing.title' : 'common:error.title')} · ${site}`,
      isPrivate: true,
    };
  for (const { handle, loaderData } of matches.toReversed()) {
    const { head } = (handle ?? {}) as PageHandle;
    if (head === undefined) continue;
    const made = head({ t, locale, data: loaderData, url });
    return { ...made, title: made.title === site ? site : `${made.title} · ${site}` };
  }
  return { title: site };
}
