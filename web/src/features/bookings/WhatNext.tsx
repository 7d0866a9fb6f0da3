import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { Booking } from '../../shared/api/contract';
import { Loaded } from '../../shared/api/Loaded';
import { MoneyText, TimeText } from '../../shared/format/Formatted';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { Button, buttonClass, ButtonLink } from '../../shared/ui/Button';
import { Dialog } from '../../shared/ui/Dialog';
import { CalendarIcon, CameraIcon } from '../../shared/ui/icons';
import { Notice } from '../../shared/ui/Notice';
import { useNow } from '../../shared/ui/use-now';
import { MoveBooking } from './MoveBooking';

/** A booking that stands: the door, the calendar, and the way out. */
export function WhatNext({ booking }: { booking: Booking }): ReactNode {
  const t = useT();
  const now = useNow(5000);
  const [isCancelling, setIsCancelling] = useState(false);
  const [params, setParams] = useSearchParams();
  // In the address, with what is picked: reload and back keep the place.
  const isMoving = params.has('move') && booking.state === 'confirmed';
  const setMoving = (on: boolean) =>
    setParams(on ? { move: '1' } : {}, { replace: !on, preventScrollReset: true });
  const isOpen = Date.parse(booking.roomOpensAt) <= now && booking.sessionId !== null;
  return (
    <div className="grid gap-4">
      {isOpen && booking.sessionId !== null ? (
        <ButtonLink to={`/sessions/${booking.sessionId}`}>
          <CameraIcon />
          {t('bookings:next.enter')}
        </ButtonLink>
      ) : (
        <Notice tone="good" role="status" title={t('bookings:next.stands')}>
          {t('bookings:next.opens')} <TimeText at={booking.roomOpensAt} style="day-time" />
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <a
          href={`/api/v1/bookings/${booking.id}/calendar.ics`}
          download
          className={buttonClass('secondary')}
        >
          <CalendarIcon />
          {t('bookings:next.calendar')}
        </a>
        {booking.state === 'confirmed' && (
          <>
            {!isMoving && (
              <Button look="secondary" onClick={() => setMoving(true)}>
                {t('bookings:move.open')}
              </Button>
            )}
            <Button look="quiet" onClick={() => setIsCancelling(true)}>
              {t('bookings:cancel.open')}
            </Button>
          </>
        )}
      </div>
      {isMoving && <MoveBooking booking={booking} onClose={() => setMoving(false)} />}
      <CancelDialog id={booking.id} isOpen={isCancelling} onClose={() => setIsCancelling(false)} />
    </div>
  );
}

interface CancelDialogProps {
  id: string;
  isOpen: boolean;
  onClose: () => void;
}

/** Says what would come back before anything is cancelled. */
function CancelDialog({ id, isOpen, onClose }: CancelDialogProps): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const preview = useQuery({
    queryKey: ['cancellation', id],
    enabled: isOpen,
    staleTime: 0,
    queryFn: () => ok(api.GET('/bookings/{id}/cancellation', { params: { path: { id } } })),
  });
  const cancel = useMutation({
    mutationFn: () =>
      ok(
        api.POST('/bookings/{id}/cancel', {
          params: { path: { id } },
          body: preview.data ? { shown: preview.data.key } : {},
        }),
      ),
    // What it costs may have changed while the question stood there.
    onError: () => void preview.refetch(),
    onSuccess: (cancelled) => {
      onClose();
      queryClient.setQueryData(['booking', id], cancelled);
      void queryClient.invalidateQueries({ queryKey: ['bookings'] });
    },
  });
  return (
    <Dialog title={t('bookings:cancel.title')} isOpen={isOpen} onClose={onClose}>
      <Loaded query={preview}>
        {({ refund, charge, rule, key }) => (
          <div className="grid gap-4">
            <p className="text-lg">
              {t('bookings:cancel.refund')}{' '}
              <strong>
                <MoneyText money={refund} exact />
              </strong>
            </p>
            {charge.amountMinor !== '0' && (
              <p>
                {t('bookings:cancel.charge')}{' '}
                <strong>
                  <MoneyText money={charge} exact />
                </strong>
              </p>
            )}
            <p className="text-sm text-muted">{rule}</p>
            <ErrorSummary error={cancel.error} />
            <div className="flex flex-wrap gap-3">
              {key !== 'too_late' && (
                <Button look="danger" busy={cancel.isPending} onClick={() => cancel.mutate()}>
                  {t('bookings:cancel.yes')}
                </Button>
              )}
              <Button look="secondary" onClick={onClose}>
                {t('bookings:cancel.no')}
              </Button>
            </div>
          </div>
        )}
      </Loaded>
    </Dialog>
  );
}
