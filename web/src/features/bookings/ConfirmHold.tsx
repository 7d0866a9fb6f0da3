import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { isApiProblem } from '../../shared/api/api-problem';
import { idempotent, newIdempotencyKey, ok } from '../../shared/api/client';
import type { Booking } from '../../shared/api/contract';
import { useLocale } from '../../shared/format/locale-context';
import { formatMoney } from '../../shared/format/money';
import { formatClock, secondsUntil } from '../../shared/format/time';
import { FormSummary } from '../../shared/forms/FormSummary';
import { zodResolver } from '../../shared/forms/zod-resolver';
import { cardSchema, EMPTY_CARD, type CardTyped } from '../../shared/payment/card';
import { CardFields } from '../../shared/payment/CardFields';
import { ChallengeBox, type ChallengeOutcome } from '../../shared/payment/ChallengeBox';
import { TestCards } from '../../shared/payment/TestCards';
import { Button } from '../../shared/ui/Button';
import { Panel } from '../../shared/ui/Panel';
import { useNow } from '../../shared/ui/use-now';

const paidSchema = z.object({ card: cardSchema });
const freeSchema = z.object({
  card: z.object({ number: z.string(), expiry: z.string(), cvc: z.string() }),
});

/** The time is kept for a few minutes; confirming makes it a booking. */
export function ConfirmHold({ booking }: { booking: Booking }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const api = useApi();
  const queryClient = useQueryClient();
  const { id, price } = booking;
  const form = useForm<{ card: CardTyped }>({
    resolver: zodResolver(price === null ? freeSchema : paidSchema),
    shouldFocusError: false,
    defaultValues: { card: EMPTY_CARD },
  });
  const keyFor = useKeyPerCard();
  const confirm = useMutation({
    mutationFn: ({ card }: { card: CardTyped }) =>
      ok(
        api.POST('/bookings/{id}/confirm', {
          params: { path: { id }, header: idempotent(keyFor(card)) },
          body: { payment: price === null ? null : { method: 'card', ...card } },
        }),
      ),
    onSuccess: (confirmed) => queryClient.setQueryData(['booking', id], confirmed),
  });
  const answer = useMutation({
    mutationFn: (outcome: ChallengeOutcome) =>
      ok(api.POST('/bookings/{id}/authenticate', { params: { path: { id } }, body: { outcome } })),
    onSuccess: (confirmed) => queryClient.setQueryData(['booking', id], confirmed),
    // A refusal of the bank leads back to the card.
    onError: () => confirm.reset(),
  });
  if (price !== null && isApiProblem(confirm.error, 'billing.authentication_needed'))
    return (
      <ChallengeBox
        amount={price}
        bankUrl={null}
        error={answer.error}
        isBusy={answer.isPending}
        onAnswer={answer.mutate}
      />
    );
  return (
    <Panel title={t('bookings:confirm.title')} aside={<Countdown booking={booking} />}>
      <form
        noValidate
        className="grid gap-5"
        onSubmit={(event) => void form.handleSubmit((typed) => confirm.mutate(typed))(event)}
      >
        <FormSummary form={form} error={confirm.error ?? answer.error} />
        {price !== null && (
          <>
            <CardFields control={form.control} />
            {booking.expert.isDemo && (
              <TestCards
                onUse={(number) =>
                  form.setValue(
                    'card',
                    { number, expiry: '12/34', cvc: '123' },
                    { shouldValidate: true },
                  )
                }
              />
            )}
            <p className="text-sm text-muted">{t('bookings:confirm.hold')}</p>
          </>
        )}
        <Button type="submit" busy={confirm.isPending}>
          {price === null
            ? t('bookings:confirm.go')
            : t('bookings:confirm.goFor', { amount: formatMoney(price, locale) })}
        </Button>
      </form>
    </Panel>
  );
}

/** The same card is the same attempt, however often it is sent; another card is another one. */
function useKeyPerCard(): (card: CardTyped) => string {
  const attempt = useRef({ key: '', card: '' });
  return (card) => {
    const text = JSON.stringify(card);
    if (attempt.current.card !== text) attempt.current = { key: newIdempotencyKey(), card: text };
    return attempt.current.key;
  };
}

function Countdown({ booking }: { booking: Booking }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const queryClient = useQueryClient();
  const now = useNow(1000);
  const left = booking.holdEndsAt === null ? 0 : secondsUntil(booking.holdEndsAt, now);
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) void queryClient.invalidateQueries({ queryKey: ['booking', booking.id] });
  }, [isOver, queryClient, booking.id]);
  return (
    <p className="rounded-full bg-caution-soft px-3 py-1 text-sm text-caution tabular-nums">
      {t('bookings:confirm.left', { time: formatClock(left, locale) })}
    </p>
  );
}
