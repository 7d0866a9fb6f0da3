import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { Page } from '../../app/page';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { Loaded } from '../../shared/api/Loaded';
import { ok } from '../../shared/api/client';
import type { WaitingPlace } from '../../shared/api/contract';
import { useLocale } from '../../shared/format/locale-context';
import { formatNumber } from '../../shared/format/names';
import { formatLength, secondsUntil } from '../../shared/format/time';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { useRealtime } from '../../shared/realtime/use-realtime';
import { Avatar } from '../../shared/ui/Avatar';
import { Button, ButtonLink } from '../../shared/ui/Button';
import { Notice } from '../../shared/ui/Notice';
import { PageHeading } from '../../shared/ui/PageHeading';
import { useNow } from '../../shared/ui/use-now';

/** A push says when the line moves; asking now and then covers a lost one, and keeps the estimate fresh. */
const ASK_EVERY_MS = 10_000;

function Waiting(): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const { id = '' } = useParams();
  const queryKey = ['waiting-place', id];
  const query = useQuery({
    queryKey,
    queryFn: () => ok(api.GET('/waiting-places/{id}', { params: { path: { id } } })),
    refetchInterval: ASK_EVERY_MS,
  });
  useRealtime('waiting-place.changed', (changed) => {
    if (changed.id === id) void queryClient.invalidateQueries({ queryKey });
  });
  return (
    <div className="mx-auto max-w-prose">
      <PageHeading>{t('help:line.heading')}</PageHeading>
      <Loaded query={query}>{(place) => <Place place={place} />}</Loaded>
    </div>
  );
}

function Place({ place }: { place: WaitingPlace }): ReactNode {
  const t = useT();
  const { expert } = place.listing;
  return (
    <div className="grid justify-items-center gap-6 py-4 text-center">
      <Avatar src={expert.avatarUrl} className="size-24" />
      <p className="text-lg">{t('help:line.title', { name: expert.displayName })}</p>
      {place.state === 'waiting' && <InLine place={place} />}
      {place.state === 'called' && place.turnEndsAt !== null && (
        <YourTurn place={place} turnEndsAt={place.turnEndsAt} />
      )}
      {place.state !== 'waiting' && place.state !== 'called' ? (
        <Over place={place} state={place.state} />
      ) : (
        <>
          <p className="max-w-form text-sm text-muted">{t('help:line.rule')}</p>
          <Leave id={place.id} />
        </>
      )}
    </div>
  );
}

/** Place and time: said by the page itself when they change. */
function InLine({ place }: { place: WaitingPlace }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const { estimate } = place;
  return (
    <>
      <dl aria-live="polite" className="grid gap-5">
        <div>
          <dt className="text-muted">{t('help:line.place')}</dt>
          <dd className="text-5xl font-bold tabular-nums">
            {place.place === 1 ? (
              <span className="text-2xl">{t('help:line.first')}</span>
            ) : (
              formatNumber(place.place ?? 1, locale)
            )}
          </dd>
        </div>
        <div>
          <dt className="text-muted">{t('help:line.etaLabel')}</dt>
          <dd className="text-lg font-medium">
            {estimate === null
              ? t('help:line.unknown')
              : t(estimate.isAtMost ? 'help:line.most' : 'help:line.eta', {
                  length: formatLength(estimate.minutes, 'minute', locale),
                })}
          </dd>
        </div>
      </dl>
      <p className="max-w-form text-sm text-muted">{t('help:line.keepHint')}</p>
    </>
  );
}

function YourTurn({ place, turnEndsAt }: { place: WaitingPlace; turnEndsAt: string }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const left = secondsUntil(turnEndsAt, useNow(1000));
  const { id, expert } = place.listing;
  return (
    <>
      <Notice tone="good" role="alert" title={t('help:line.turn')}>
        {t('help:line.turnText', {
          name: expert.displayName,
          length: formatLength(left, 'second', locale),
        })}
      </Notice>
      <ButtonLink to={`/listings/${id}/help`}>
        {t('help:line.ring', { name: expert.displayName })}
      </ButtonLink>
    </>
  );
}

interface OverProps {
  place: WaitingPlace;
  state: Exclude<WaitingPlace['state'], 'waiting' | 'called'>;
}

function Over({ place, state }: OverProps): ReactNode {
  const t = useT();
  return (
    <>
      <p role="status" className="text-xl font-bold">
        {t(`help:line.over.${state}`)}
      </p>
      <p className="text-muted">{t('help:line.overText')}</p>
      <div className="flex flex-wrap justify-center gap-3">
        <ButtonLink to={`/listings/${place.listing.id}`}>{place.listing.title}</ButtonLink>
        <ButtonLink look="secondary" to={`/listings/${place.listing.id}/book`}>
          {t('help:line.book')}
        </ButtonLink>
      </div>
    </>
  );
}

/** One tap; there is nothing to lose but the place. */
function Leave({ id }: { id: string }): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const leave = useMutation({
    mutationFn: () => ok(api.POST('/waiting-places/{id}/leave', { params: { path: { id } } })),
    onSuccess: (place) => queryClient.setQueryData(['waiting-place', id], place),
  });
  return (
    <>
      <ErrorSummary error={leave.error} />
      <Button look="secondary" busy={leave.isPending} onClick={() => leave.mutate()}>
        {t('help:line.leave')}
      </Button>
    </>
  );
}

export const page: Page<null> = {
  Component: Waiting,
  head: ({ t }) => ({ title: t('help:line.heading'), isPrivate: true }),
};
