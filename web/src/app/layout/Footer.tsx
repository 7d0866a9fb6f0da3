import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useT } from '../../i18n/use-t';
import { ShieldIcon } from '../../shared/ui/icons';
import { useMe } from '../me';
import { Preferences } from './Preferences';

export function Footer(): ReactNode {
  const t = useT();
  const { display } = useMe();
  const links = [
    ['/guarantee', t('common:footer.guarantee')],
    ['/tax', t('common:footer.tax')],
    ['/become-an-expert', t('common:nav.becomeExpert')],
    ['/legal/terms', t('common:footer.terms')],
    ['/legal/privacy', t('common:footer.privacy')],
    ['/legal/imprint', t('common:footer.imprint')],
  ] as const;
  return (
    <footer className="border-t border-line bg-sunken">
      <div className="mx-auto grid max-w-page gap-8 px-4 py-10 sm:px-6 lg:grid-cols-[1fr_auto]">
        <div className="grid content-start gap-4">
          <p className="flex max-w-prose items-start gap-2 text-sm">
            <ShieldIcon className="mt-0.5 text-accent" />
            {t('common:footer.promise')}
          </p>
          <nav aria-label={t('common:nav.footer')}>
            <ul className="flex flex-wrap gap-x-5">
              {links.map(([to, label]) => (
                <li key={to}>
                  <Link
                    to={to}
                    className="inline-flex min-h-11 min-w-11 items-center text-sm underline"
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          {display.emergencyNumber && (
            <p className="max-w-prose text-sm text-muted">
              {t('common:footer.emergency', { number: display.emergencyNumber })}
            </p>
          )}
        </div>
        <Preferences />
      </div>
    </footer>
  );
}
