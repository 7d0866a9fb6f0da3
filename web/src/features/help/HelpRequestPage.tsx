import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Page } from '../../app/page';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { HelpRequest } from '../../shared/api/contract';
import { clearDraft } from '../../shared/forms/use-draft';
import { Loaded } from '../../shared/api/Loaded';
import { useRealtime } from '../../shared/realtime/use-realtime';
import { PageHeading } from '../../shared/ui/PageHeading';
import { Spinner } from '../../shared/ui/Spinner';
import { ASK_DRAFT } from './ask-form';
import { Challenge } from './Challenge';
import { EndOfRequest } from './EndOfRequest';
import { helpDraftKey } from './help-form';
import { Ringing } from './Ringing';

/** A push says when something changes; asking now and then covers a lost one. */
const ASK_EVERY_MS = 4000;

const OVER = new Set<HelpRequest['state']>(['unanswered', 'withdrawn', 'declined_card']);

function Waiting(): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const queryKey = ['help-request', id];
  const query = useQuery({
    queryKey,
    queryFn: () => ok(api.GET('/help-requests/{id}', { params: { path: { id } } })),
    // Accepted is not the end: the room is opened a moment after, and then the way leads there.
    refetchInterval: ({ state }) =>
      state.data && OVER.has(state.data.state) ? false : ASK_EVERY_MS,
  });
  useRealtime('help-request.changed', (changed) => {
    if (changed.id === id) void queryClient.invalidateQueries({ queryKey });
  });
  const sessionId = query.data?.state === 'accepted' ? query.data.sessionId : null;
  const { listing, audience } = query.data ?? {};
  const draftKey =
    audience === 'everyone' ? ASK_DRAFT : listing ? helpDraftKey(listing.id) : undefined;
  useEffect(() => {
    if (sessionId === null) return;
    // Until now it could have been needed again: for another card, for another try.
    if (draftKey !== undefined) clearDraft(draftKey);
    void navigate(`/sessions/${sessionId}`, { replace: true });
  }, [sessionId, draftKey, navigate]);
  return (
    <div className="mx-auto max-w-prose">
      <PageHeading className="sr-only mb-0">{t('help:waiting.title')}</PageHeading>
      <Loaded query={query}>{(request) => <Stage request={request} />}</Loaded>
    </div>
  );
}

function Stage({ request }: { request: HelpRequest }): ReactNode {
  const t = useT();
  switch (request.state) {
    case 'authorising':
      return <Patience text={t('help:waiting.authorising')} />;
    case 'authentication_needed':
      return <Challenge request={request} />;
    case 'ringing':
      return request.rings.length === 0 ? (
        <Patience text={t('help:waiting.next')} />
      ) : (
        <Ringing request={request} />
      );
    case 'accepted':
      return <Patience text={t('help:waiting.accepted')} />;
    case 'unanswered':
    case 'withdrawn':
    case 'declined_card':
      return <EndOfRequest request={request} />;
  }
}

function Patience({ text }: { text: string }): ReactNode {
  return (
    <p role="status" className="grid justify-items-center gap-4 py-24 text-lg">
      <Spinner />
      {text}
    </p>
  );
}

export const page: Page<null> = {
  Component: Waiting,
  head: ({ t }) => ({ title: t('help:waiting.title'), isPrivate: true }),
};
