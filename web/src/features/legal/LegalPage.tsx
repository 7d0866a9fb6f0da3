import type { ReactNode } from 'react';
import { pageMissing, usePageData, type Page } from '../../app/page';
import { useT } from '../../i18n/use-t';
import { Notice } from '../../shared/ui/Notice';
import { PageHeading } from '../../shared/ui/PageHeading';

const PAGES = ['terms', 'privacy', 'imprint'] as const;
const PARTS = ['one', 'two', 'three'] as const;

type LegalName = (typeof PAGES)[number];

function Legal(): ReactNode {
  const t = useT();
  const name = usePageData<LegalName>();
  return (
    <article className="max-w-prose">
      <PageHeading>{t(`legal:${name}.title`)}</PageHeading>
      <Notice className="mb-6">{t('legal:hostNote')}</Notice>
      <div className="grid gap-6">
        {PARTS.map((part) => (
          <section key={part} className="grid gap-2">
            <h2 className="text-lg">{t(`legal:${name}.${part}.title`)}</h2>
            <p>{t(`legal:${name}.${part}.text`)}</p>
          </section>
        ))}
      </div>
    </article>
  );
}

export const page: Page<LegalName> = {
  Component: Legal,
  load: async ({ param }) => {
    const name = PAGES.find((each) => each === param('page'));
    if (name === undefined) throw pageMissing();
    return name;
  },
  head: ({ t, data }) => ({ title: t(`legal:${data}.title`) }),
};
