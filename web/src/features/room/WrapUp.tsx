import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { SessionView } from '../../shared/api/contract';
import { useBlocks } from '../../shared/blocks/use-blocks';
import { MoneyText } from '../../shared/format/Formatted';
import { useLocale } from '../../shared/format/locale-context';
import { formatClock } from '../../shared/format/time';
import { KeptRecordings } from '../../shared/recordings/KeptRecordings';
import { KeptStills } from '../../shared/stills/KeptStills';
import { Avatar } from '../../shared/ui/Avatar';
import { ButtonLink } from '../../shared/ui/Button';
import { Notice } from '../../shared/ui/Notice';
import { PageHeading } from '../../shared/ui/PageHeading';
import { Panel } from '../../shared/ui/Panel';
import { Report } from './report/Report';

/** It is over: what it was, and where everything about it can be read. */
export function WrapUp({ session }: { session: SessionView }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const { meter, other, role } = session;
  const isLearner = role === 'learner';
  const blocks = useBlocks();
  const isBlocked = blocks.people.some(({ id }) => id === other.id);
  return (
    <div className="mx-auto grid max-w-prose gap-6">
      <PageHeading className="mb-0" takesFocus>
        {t('room:over.title')}
      </PageHeading>
      <Panel>
        <div className="flex items-center gap-4">
          <Avatar src={other.avatarUrl} />
          <p>
            {t('room:over.with', { name: other.displayName })}
            <span className="block text-sm text-muted">{session.listingTitle}</span>
          </p>
        </div>
        <dl className="mt-5 grid grid-cols-2 gap-4 border-t border-line pt-5">
          <div>
            <dt className="text-sm text-muted">{t('room:over.together')}</dt>
            <dd className="text-xl font-bold tabular-nums">
              {formatClock(meter.billedSeconds, locale)}
            </dd>
          </div>
          <div>
            <dt className="text-sm text-muted">
              {t(isLearner ? 'room:over.youPay' : 'room:over.learnerPays')}
            </dt>
            <dd className="text-xl font-bold">
              {meter.cost === null ? (
                t('common:price.free')
              ) : (
                <MoneyText money={meter.cost} exact />
              )}
            </dd>
          </div>
        </dl>
      </Panel>
      {session.endedReason && (
        <Notice title={t('room:over.why')}>
          {t(`room:ended.${reasonFor(session.endedReason, role)}`)}
        </Notice>
      )}
      {isBlocked && (
        <Notice title={t('room:block.done', { name: other.displayName })}>
          <p>{t('room:block.means')}</p>
          <button
            type="button"
            className="mt-1 min-h-11 font-medium underline"
            onClick={() => blocks.unblock(other.id)}
          >
            {t('common:blocks.unblock')}
          </button>
        </Notice>
      )}
      {session.state === 'ended' && (
        <p role="status" className="text-muted">
          {t('room:over.settling')}
        </p>
      )}
      <KeptRecordings sessionId={session.id} other={other} />
      <KeptStills sessionId={session.id} role={role} otherId={other.id} />
      <div className="flex flex-wrap gap-3">
        {isLearner ? (
          <ButtonLink to={`/receipts/${session.id}`}>{t('room:over.receipt')}</ButtonLink>
        ) : (
          <ButtonLink to="/studio">{t('room:over.studio')}</ButtonLink>
        )}
        <ButtonLink look="secondary" to={`/sessions/${session.id}/timeline`}>
          {t('common:timeline.link')}
        </ButtonLink>
        <ButtonLink look="secondary" to="/">
          {t('common:missing.home')}
        </ButtonLink>
        <Report sessionId={session.id} name={other.displayName} />
      </div>
    </div>
  );
}

const REASONS = [
  'ended_by_learner',
  'ended_by_expert',
  'learner_left',
  'expert_left',
  'ceiling',
  'paused_too_long',
  'learner_never_came',
  'expert_never_came',
  'nobody_came',
];

function reasonFor(reason: string, role: SessionView['role']): string {
  if (reason === `ended_by_${role}`) return 'ended_by_you';
  return REASONS.includes(reason) ? reason : 'other';
}
