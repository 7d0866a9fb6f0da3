/** @jsxRuntime classic */
import { useTranslation } from 'adminjs';
import React from 'react';
import { Card } from './Card.js';
import { type Choice, DecisionForm } from './DecisionForm.js';
import { Late } from './Late.js';
import { Offer } from './Offer.js';
import type { RecordPageProps } from './props.js';
import { StateChip } from './StateChip.js';
import { useCommands } from './use-commands.js';
import type { RevisionPage as Page } from './views.js';

const DECISIONS: readonly Choice[] = [
  { command: 'approve', tone: 'main', needsReasons: false },
  { command: 'refuse', tone: 'danger', needsReasons: true },
];

/** A revision beside what visitors read today, and the decision about it. */
export default function RevisionPage(props: RecordPageProps): React.ReactElement | null {
  const { page, run, running } = useCommands<Page>(props);
  const { t } = useTranslation();
  if (!page) return null;
  return (
    <div className="vc-case">
      <header className="vc-person">
        <div>
          <h1 dir="auto">{page.proposed.title}</h1>
          <p>
            <bdi>{page.expert}</bdi>
          </p>
          <p>
            <StateChip state={page.state} /> <Late waiting={page.waiting} isLate={page.isLate} />
          </p>
        </div>
      </header>
      <div className="vc-columns">
        <div>
          <Card title={t('revision.proposed')}>
            <Offer offer={page.proposed} />
          </Card>
          {page.live ? (
            <Card title={t('revision.live')}>
              <Offer offer={page.live} />
            </Card>
          ) : null}
        </div>
        <aside>
          <Card title={t('revision.decide.title')}>
            {page.isOwn ? <p>{t('revision.decide.own')}</p> : null}
            {!page.isOwn && page.state === 'in_review' ? (
              <DecisionForm
                texts="revision.decide"
                choices={DECISIONS}
                running={running}
                run={run}
              />
            ) : null}
            {!page.isOwn && page.state !== 'in_review' ? (
              <p>{t('revision.decide.closed')}</p>
            ) : null}
          </Card>
        </aside>
      </div>
    </div>
  );
}
