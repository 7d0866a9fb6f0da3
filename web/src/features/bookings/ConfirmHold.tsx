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
import { EMPTY_CARD, uncheckedCardSchema, type CardTyped } from '../../shared/payment/card';
import { ChallengeBox, type ChallengeOutcome } from '../../shared/payment/ChallengeBox';
import { PaymentFields } from '../../shared/payment/PaymentFields';
import { useCardForm, type PaidWith } from '../../shared/payment/use-card-form';
import { Button } from '../../shared/ui/Button';
import { Panel } from '../../shared/ui/Panel';
import { useNow } from '../../shared/ui/use-now';

/** The time is kept for a few minutes; confirming makes it a booking. */
export function ConfirmHold({ booking }: { booking: Booking }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const api = useApi();
  const queryClient = useQueryClient();
  const { id, price } = booking;
  const cardForm = useCardForm();
  const form = useForm<{ card: CardTyped }>({
    resolver: zodResolver(
      z.object({ card: price === null ? uncheckedCardSchema : cardForm.schema }),
    ),
    shouldFocusError: false,
    defaultValues: { card: EMPTY_CARD },
  });
  const keyFor = useKeyPerCard();
  const confirm = useMutation({
    mutationFn: async ({ card }: { card: CardTyped }) => {
      const payment = price === null ? null : await cardForm.collect(card);
      return ok(
        api.POST('/bookings/{id}/confirm', {
          params: { path: { id }, header: idempotent(keyFor(payment)) },
          body: { payment },
        }),
      );
    },
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
        readSecret={async () =>
          (await ok(api.GET('/bookings/{id}/authenticate', { params: { path: { id } } }))).secret
        }
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
            <PaymentFields
              form={form}
              cardForm={cardForm}
              amount={price}
              isDemo={booking.expert.isDemo}
            />
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
function useKeyPerCard(): (card: PaidWith | null) => string {
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
