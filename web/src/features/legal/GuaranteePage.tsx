import type { ReactNode } from 'react';
import type { Page } from '../../app/page';
import { useT } from '../../i18n/use-t';
import { PageHeading } from '../../shared/ui/PageHeading';
import { Panel } from '../../shared/ui/Panel';

const RIGHTS = ['guarantee', 'cancel', 'withdraw'] as const;

/** Three rights side by side, because people mix them up. */
function Guarantee(): ReactNode {
  const t = useT();
  return (
    <>
      <PageHeading lead={t('legal:guarantee.lead')}>{t('legal:guarantee.title')}</PageHeading>
      <div className="grid gap-5 lg:grid-cols-3">
        {RIGHTS.map((right) => (
          <Panel key={right} title={t(`legal:guarantee.${right}.title`)}>
            <p className="text-muted">{t(`legal:guarantee.${right}.text`)}</p>
            <p className="mt-3 text-sm">{t(`legal:guarantee.${right}.how`)}</p>
          </Panel>
        ))}
      </div>
    </>
  );
}

export const page: Page<null> = {
  Component: Guarantee,
  head: ({ t }) => ({ title: t('legal:guarantee.title'), description: t('legal:guarantee.lead') }),
};
