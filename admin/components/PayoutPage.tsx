/** @jsxRuntime classic */
import { useTranslation } from 'adminjs';
import React from 'react';
import { Card } from './Card.js';
import { type Choice, DecisionForm } from './DecisionForm.js';
import { Moment } from './Moment.js';
import type { RecordPageProps } from './props.js';
import { useCommands } from './use-commands.js';
import type { PayoutPage as Page } from './views.js';

const HOLD: Choice = { command: 'hold', tone: 'danger', needsReasons: true };
const RELEASE: Choice = { command: 'release', tone: 'main', needsReasons: false };

/** One payment to an expert, how it went, and whether their money is kept back. */
export default function PayoutPage(props: RecordPageProps): React.ReactElement | null {
  const { page, run, running } = useCommands<Page>(props);
  const { t } = useTranslation();
  if (!page) return null;
  return (
    <div className="vc-case">
      <header className="vc-person">
        <div>
          <h1>
            <bdi>{page.expert}</bdi>: <bdi dir="ltr">{page.amount}</bdi>
          </h1>
          <p>
            {t(`payout.states.${page.state}`)} · <bdi dir="ltr">{page.destination ?? ''}</bdi> ·{' '}
            <Moment at={page.created} />
          </p>
          {page.failure === null ? null : (
            <p className="vc-error" dir="ltr">
              {page.failure}
            </p>
          )}
        </div>
      </header>
      <div className="vc-columns">
        <Card title={t('payout.owed')}>
          {page.owed.length === 0 ? (
            <p className="vc-hint">{t('payout.nothingOwed')}</p>
          ) : (
            <ul>
              {page.owed.map((amount) => (
                <li key={amount} dir="ltr">
                  {amount}
                </li>
              ))}
            </ul>
          )}
        </Card>
        <aside>
          <Card title={t('payout.decide.title')}>
            {page.heldBecause === null ? null : (
              <blockquote dir="auto">{page.heldBecause}</blockquote>
            )}
            <DecisionForm
              texts="payout.decide"
              choices={page.heldBecause === null ? [HOLD] : [RELEASE, HOLD]}
              running={running}
              run={run}
            />
          </Card>
        </aside>
      </div>
    </div>
  );
}
