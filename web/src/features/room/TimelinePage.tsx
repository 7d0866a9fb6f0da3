import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { Page } from '../../app/page';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import { Loaded } from '../../shared/api/Loaded';
import { TimeText } from '../../shared/format/Formatted';
import { KeptRecordings } from '../../shared/recordings/KeptRecordings';
import { buttonClass, ButtonLink } from '../../shared/ui/Button';
import { DownloadIcon } from '../../shared/ui/icons';
import { PageHeading } from '../../shared/ui/PageHeading';
import { Panel } from '../../shared/ui/Panel';
import { Moment } from './timeline/Moment';

/** Everything that is left of a session, for its two people, during and after it. */
function TimelineView(): ReactNode {
  const t = useT();
  const api = useApi();
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['timeline', id],
    queryFn: () => ok(api.GET('/sessions/{id}/timeline', { params: { path: { id } } })),
  });
  return (
    <div className="mx-auto max-w-[56rem]">
      <PageHeading>{t('room:timeline.title')}</PageHeading>
      <Loaded query={query}>
        {({ session, items }) => (
          <div className="grid gap-6">
            <p className="text-muted">
              <bdi className="font-medium text-ink">{session.listingTitle}</bdi> ·{' '}
              {t('room:over.with', { name: session.other.displayName })}
              {items[0] && (
                <>
                  {' · '}
                  <TimeText at={items[0].at} style="date" />
                </>
              )}
              <br />
              {t('room:timeline.lead')}
            </p>
            <div className="grid justify-items-start gap-2">
              <a
                className={buttonClass('primary')}
                href={`/api/v1/sessions/${session.id}/export`}
                download
              >
                <DownloadIcon />
                {t('room:timeline.download')}
              </a>
              <p className="text-sm text-muted">{t('room:timeline.what')}</p>
            </div>
            <Panel>
              {items.length === 0 && <p>{t('room:timeline.empty')}</p>}
              <ol aria-label={t('room:timeline.list')} className="grid gap-5">
                {items.map((item, index) => (
                  <Moment key={index} session={session} item={item} />
                ))}
              </ol>
            </Panel>
            <KeptRecordings sessionId={session.id} other={session.other} />
            <ButtonLink
              look="secondary"
              className="justify-self-start"
              to={`/sessions/${session.id}`}
            >
              {t('room:timeline.back')}
            </ButtonLink>
          </div>
        )}
      </Loaded>
    </div>
  );
}

export const page: Page<null> = {
  Component: TimelineView,
  head: ({ t }) => ({ title: t('room:timeline.title'), isPrivate: true }),
};
