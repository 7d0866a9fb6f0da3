import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { buttonClass } from '../../shared/ui/Button';
import { Notice } from '../../shared/ui/Notice';

/** Before everything else that was found: nobody here is as quick as an ambulance. */
export function EmergencyNotice({ number }: { number: string | null }): ReactNode {
  const t = useT();
  return (
    <Notice tone="danger" role="alert" className="mb-5" title={t('search:emergency.title')}>
      <p className="mb-3">{t('search:emergency.text')}</p>
      {number === null ? (
        <p>{t('search:emergency.unknown')}</p>
      ) : (
        <a href={`tel:${number}`} className={buttonClass('primary')}>
          {t('search:emergency.call')} <bdi>{number}</bdi>
        </a>
      )}
    </Notice>
  );
}
