import type { ReactNode } from 'react';
import { useMe } from '../../app/me';
import type { Page } from '../../app/page';
import { useT } from '../../i18n/use-t';
import { ButtonLink } from '../../shared/ui/Button';
import { PageHeading } from '../../shared/ui/PageHeading';
import { Panel } from '../../shared/ui/Panel';

const STEPS = ['apply', 'check', 'free', 'earn'] as const;
const FACTS = ['price', 'commission', 'tax', 'payout'] as const;

function BecomeExpert(): ReactNode {
  const t = useT();
  const { person } = useMe();
  const start = person === null ? '/sign-up?next=/studio/application' : '/studio/application';
  return (
    <div className="grid gap-8">
      <PageHeading lead={t('legal:expert.lead')} className="mb-0">
        {t('legal:expert.title')}
      </PageHeading>
      <ButtonLink to={start} className="justify-self-start">
        {t('legal:expert.go')}
      </ButtonLink>
      <ol className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {STEPS.map((step, index) => (
          <li
            key={step}
            className="grid content-start gap-2 rounded-lg border border-line bg-surface p-5"
          >
            <span
              aria-hidden="true"
              className="grid size-9 place-items-center rounded-full bg-accent-soft font-bold text-accent"
            >
              {index + 1}
            </span>
            <h2 className="text-base">{t(`legal:expert.steps.${step}.title`)}</h2>
            <p className="text-sm text-muted">{t(`legal:expert.steps.${step}.text`)}</p>
          </li>
        ))}
      </ol>
      <Panel title={t('legal:expert.money')}>
        <dl className="grid gap-5 sm:grid-cols-2">
          {FACTS.map((fact) => (
            <div key={fact} className="grid content-start gap-1">
              <dt className="font-medium">{t(`legal:expert.facts.${fact}.title`)}</dt>
              <dd className="text-sm text-muted">{t(`legal:expert.facts.${fact}.text`)}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </div>
  );
}

export const page: Page<null> = {
  Component: BecomeExpert,
  head: ({ t }) => ({ title: t('legal:expert.title'), description: t('legal:expert.lead') }),
};
