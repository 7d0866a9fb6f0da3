import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Page } from '../../app/page';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { idempotent, newIdempotencyKey, ok } from '../../shared/api/client';
import type { ListingPage } from '../../shared/api/contract';
import { Loaded } from '../../shared/api/Loaded';
import { useListing } from '../../shared/api/queries';
import { PriceLine } from '../../shared/cards/PriceLine';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { Avatar } from '../../shared/ui/Avatar';
import { Button } from '../../shared/ui/Button';
import { TextArea } from '../../shared/ui/Field';
import { PageHeading } from '../../shared/ui/PageHeading';
import { Panel } from '../../shared/ui/Panel';
import { otherSlotsOf } from './other-slots';
import { OtherSlots } from './OtherSlots';
import { SlotCalendar } from './SlotCalendar';
import { type AnySlot, SlotText } from './SlotText';
import { useSlotChoice } from './use-slot-choice';

function Book(): ReactNode {
  const t = useT();
  const { id = '' } = useParams();
  const listing = useListing(id);
  return (
    <div className="mx-auto max-w-[56rem]">
      <PageHeading>{t('bookings:book.title')}</PageHeading>
      <Loaded query={listing}>{(data) => <Chooser listing={data} />}</Loaded>
    </div>
  );
}

/** The slot stands in the address, so that back, reload and a shared link all keep it. */
function Chooser({ listing }: { listing: ListingPage }): ReactNode {
  const t = useT();
  const choice = useSlotChoice();
  const chosen = choice.slot;
  const [slot, setSlot] = useState<AnySlot | null>(null);
  const [problem, setProblem] = useState('');
  const hold = useHold(listing.id);
  const choose = (next: AnySlot) => {
    hold.reset();
    setSlot(next);
    choice.show({ slot: next.startsAt });
  };
  const offered = otherSlotsOf(hold.error);
  return (
    <div className="grid gap-6">
      <div className="flex items-center gap-4">
        <Avatar src={listing.expert.avatarUrl} />
        <div>
          <p className="font-medium">{listing.title}</p>
          <p className="text-sm text-muted">
            <bdi className="whitespace-normal">{listing.expert.displayName}</bdi>
          </p>
        </div>
      </div>
      <Panel title={t('bookings:book.when')}>
        <SlotCalendar listingId={listing.id} choice={choice} onChoose={choose} onKnown={setSlot} />
      </Panel>
      {chosen !== null && (
        <Panel title={t('bookings:book.reserve')}>
          <div className="grid gap-5">
            {offered ? (
              <OtherSlots slots={offered} onChoose={choose} />
            ) : (
              <ErrorSummary error={hold.error} />
            )}
            <div className="flex flex-wrap items-start justify-between gap-4">
              <p className="text-lg font-medium">
                {slot?.startsAt === chosen && <SlotText slot={slot} />}
              </p>
              <PriceLine price={listing.price} />
            </div>
            <TextArea
              label={t('bookings:book.problem')}
              optional={t('common:optional')}
              rows={3}
              maxLength={1000}
              value={problem}
              onChange={(event) => setProblem(event.target.value)}
            />
            <p className="text-sm text-muted">{listing.cancellationPolicy.text}</p>
            <Button
              busy={hold.isPending}
              className="justify-self-start"
              onClick={() => hold.mutate({ startsAt: chosen, problem })}
            >
              {t('bookings:book.go')}
            </Button>
          </div>
        </Panel>
      )}
    </div>
  );
}

interface Wanted {
  startsAt: string;
  problem: string;
}

function useHold(listingId: string) {
  const api = useApi();
  const navigate = useNavigate();
  const attempt = useRef({ key: newIdempotencyKey(), startsAt: '' });
  return useMutation({
    mutationFn: ({ startsAt, problem }: Wanted) => {
      // Another time is another attempt; the same one keeps its key.
      if (attempt.current.startsAt !== startsAt)
        attempt.current = { key: newIdempotencyKey(), startsAt };
      return ok(
        api.POST('/bookings', {
          params: { header: idempotent(attempt.current.key) },
          body: { listingId, startsAt, ...(problem.trim() && { problem: problem.trim() }) },
        }),
      );
    },
    onSuccess: ({ id }) => void navigate(`/bookings/${id}`),
    onError: () => {
      attempt.current = { key: newIdempotencyKey(), startsAt: '' };
    },
  });
}

export const page: Page<null> = {
  Component: Book,
  head: ({ t }) => ({ title: t('bookings:book.title'), isPrivate: true }),
};
