import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { Booking } from '../../shared/api/contract';
import { TimeText } from '../../shared/format/Formatted';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { Button } from '../../shared/ui/Button';
import { Panel } from '../../shared/ui/Panel';
import { otherSlotsOf } from './other-slots';
import { OtherSlots } from './OtherSlots';
import { SlotCalendar } from './SlotCalendar';
import { type AnySlot, SlotText } from './SlotText';
import { useSlotChoice } from './use-slot-choice';

/** The same booking at another time: picked as when it was booked, told to the other side at once. */
export function MoveBooking({
  booking,
  onClose,
}: {
  booking: Booking;
  onClose: () => void;
}): ReactNode {
  const t = useT();
  const choice = useSlotChoice();
  const [slot, setSlot] = useState<AnySlot | null>(null);
  const move = useMove(booking, onClose);
  const choose = (next: AnySlot) => {
    move.reset();
    setSlot(next);
    choice.show({ slot: next.startsAt });
  };
  const offered = otherSlotsOf(move.error);
  return (
    <Panel
      title={t('bookings:move.title')}
      aside={
        <Button look="quiet" onClick={onClose}>
          {t('bookings:move.keep')}
        </Button>
      }
    >
      <div className="grid gap-5">
        <p className="text-sm text-muted">{t('bookings:move.hint')}</p>
        <SlotCalendar
          listingId={booking.listing.id}
          choice={choice}
          onChoose={choose}
          onKnown={setSlot}
        />
        {offered ? (
          <OtherSlots slots={offered} onChoose={choose} />
        ) : (
          <ErrorSummary error={move.error} />
        )}
        {slot !== null && slot.startsAt === choice.slot && (
          <div className="grid gap-3 border-t border-line pt-5">
            <p>
              <s className="text-muted">
                <TimeText at={booking.startsAt} style="day-time" />
              </s>{' '}
              <strong>
                <SlotText slot={slot} />
              </strong>
            </p>
            <Button
              busy={move.isPending}
              className="justify-self-start"
              onClick={() => move.mutate(slot.startsAt)}
            >
              {t('bookings:move.go')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}

function useMove(booking: Booking, onDone: () => void) {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (to: string) =>
      ok(
        api.POST('/bookings/{id}/reschedule', {
          params: { path: { id: booking.id } },
          body: { from: booking.startsAt, to },
        }),
      ),
    onSuccess: (moved) => {
      queryClient.setQueryData(['booking', booking.id], moved);
      void queryClient.invalidateQueries({ queryKey: ['bookings'] });
      void queryClient.invalidateQueries({ queryKey: ['moves', booking.id] });
      onDone();
    },
  });
}

/** How the booking came to stand where it stands; nothing where it was never moved. */
export function Moves({ booking }: { booking: Booking }): ReactNode {
  const t = useT();
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['moves', booking.id],
    enabled: booking.movedBy !== null,
    queryFn: () => ok(api.GET('/bookings/{id}/moves', { params: { path: { id: booking.id } } })),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title={t('bookings:moves.title')}>
      <ol className="grid gap-2">
        {data.items.map((move) => (
          <li key={move.changedAt}>
            <TimeText at={move.fromStartsAt} style="day-time" /> →{' '}
            <TimeText at={move.toStartsAt} style="day-time" />
            <span className="block text-sm text-muted">
              {t(`bookings:moves.by.${move.reason === 'zones' ? 'zones' : move.by}`)}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
