/** @jsxRuntime classic */
import { useTranslation } from 'adminjs';
import React from 'react';
import { Card } from './Card.js';
import { type Choice, DecisionForm } from './DecisionForm.js';
import { Late } from './Late.js';
import { Moment } from './Moment.js';
import { Offer } from './Offer.js';
import type { RecordPageProps } from './props.js';
import { StateChip } from './StateChip.js';
import { type Commands, useCommands } from './use-commands.js';
import type { ApplicationPage as Page } from './views.js';

const DECISIONS: readonly Choice[] = [
  { command: 'approve', tone: 'main', needsReasons: false },
  { command: 'sendBack', tone: 'quiet', needsReasons: true },
  { command: 'refuse', tone: 'danger', needsReasons: true },
];

/** The case: everything needed to decide about an application, and the decision. */
export default function ApplicationPage(props: RecordPageProps): React.ReactElement | null {
  const commands = useCommands<Page>(props);
  const { t } = useTranslation();
  const { page } = commands;
  if (!page) return null;
  return (
    <div className="vc-case">
      <Applicant page={page} />
      <div className="vc-columns">
        <div>
          <Card title={t('application.about')}>
            <p className="vc-text" dir="auto">
              {page.about}
            </p>
          </Card>
          <Answers page={page} />
          {page.offer ? (
            <Card title={t('application.offer')}>
              <Offer offer={page.offer} />
            </Card>
          ) : null}
          <History page={page} />
        </div>
        <aside>
          <Card title={t('application.decide.title')}>
            <Decision page={page} commands={commands} />
          </Card>
        </aside>
      </div>
    </div>
  );
}

function Applicant({ page }: { readonly page: Page }): React.ReactElement {
  const { t } = useTranslation();
  const { applicant } = page;
  return (
    <header className="vc-person">
      <img src={applicant.avatarUrl} alt="" width={64} height={64} />
      <div>
        <h1 dir="auto">{applicant.name}</h1>
        <p>
          {page.category} · {applicant.country} · {applicant.language} ·{' '}
          {t(applicant.isVerified ? 'application.verified' : 'application.notVerified')}
        </p>
        <p>
          <StateChip state={page.state} /> <Late waiting={page.waiting} isLate={page.isLate} />
        </p>
        <p className="vc-hint">
          {t('application.submitted')} <Moment at={page.submitted} /> ·{' '}
          {t('application.memberSince')} <Moment at={applicant.memberSince} />
        </p>
      </div>
    </header>
  );
}

function Answers({ page }: { readonly page: Page }): React.ReactElement | null {
  const { t } = useTranslation();
  if (page.answers.length + page.evidence.length === 0) return null;
  return (
    <Card title={t('application.answers')}>
      <dl className="vc-answers">
        {page.answers.map(({ label, answer, isConfirm }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">
              {isConfirm ? t(answer === 'yes' ? 'page.confirmed' : 'page.no') : answer || '–'}
            </dd>
          </div>
        ))}
        {page.evidence.map(({ label, url, isMissing }) => (
          <div key={url}>
            <dt>{label}</dt>
            <dd>
              {isMissing ? (
                t('application.noFile')
              ) : (
                <a href={url} target="_blank" rel="noopener">
                  {t('application.openFile')}
                </a>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function History({ page }: { readonly page: Page }): React.ReactElement | null {
  const { t } = useTranslation();
  if (page.history.length === 0) return null;
  return (
    <Card title={t('application.history')}>
      <ol className="vc-history">
        {page.history.map(({ to, by, at, reasons }) => (
          <li key={`${at}${to}`}>
            <StateChip state={to} /> <bdi>{by}</bdi> · <Moment at={at} />
            {reasons === '' ? null : <blockquote dir="auto">{reasons}</blockquote>}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Decision({
  page,
  commands: { run, running },
}: {
  readonly page: Page;
  readonly commands: Commands<Page>;
}): React.ReactElement {
  const { t } = useTranslation();
  if (page.isOwn) return <p>{t('application.decide.own')}</p>;
  if (page.state !== 'submitted' && page.state !== 'in_review')
    return <p>{t('application.decide.closed')}</p>;
  return (
    <>
      {page.state === 'submitted' ? (
        <p className="vc-take">
          <button
            type="button"
            className="vc-button vc-quiet"
            disabled={running !== null}
            onClick={() => void run('take', '')}
          >
            {t('application.decide.take')}
          </button>
          <span className="vc-hint">{t('application.decide.takeHint')}</span>
        </p>
      ) : null}
      <DecisionForm texts="application.decide" choices={DECISIONS} running={running} run={run} />
    </>
  );
}
