import { useEffect, useRef, type ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useMe } from '../../app/me';
import { useT } from '../../i18n/use-t';
import {
  CalendarIcon,
  ChartIcon,
  DocumentIcon,
  ListIcon,
  PersonIcon,
  SunIcon,
} from '../../shared/ui/icons';

const PLACES = [
  ['', 'today', SunIcon],
  ['/listings', 'listings', ListIcon],
  ['/availability', 'availability', CalendarIcon],
  ['/earnings', 'earnings', ChartIcon],
  ['/tax', 'tax', DocumentIcon],
  ['/application', 'application', PersonIcon],
] as const;

/** For experts; whoever only applies has nowhere else to go here. */
export function StudioNav(): ReactNode {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  const isExpert = useMe().person?.roles.includes('expert') ?? false;
  // On a phone the row is longer than the screen: the place one is at is brought into sight.
  useEffect(() => {
    list.current
      ?.querySelector('[aria-current=page]')
      ?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, []);
  if (!isExpert) return null;
  return (
    <nav aria-label={t('studio:nav.label')} className="mb-6">
      <ul ref={list} className="-mx-4 flex gap-1 overflow-x-auto px-4 sm:mx-0 sm:px-0">
        {PLACES.map(([path, name, Mark]) => (
          <li key={name} className="shrink-0">
            <NavLink
              to={`/studio${path}`}
              end
              className="inline-flex min-h-11 items-center gap-2 rounded-full px-4 hover:bg-sunken aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent"
            >
              <Mark />
              {t(`studio:nav.${name}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
