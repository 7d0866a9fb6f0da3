import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { useT } from '../../../i18n/use-t';
import { ApiProblem } from '../../../shared/api/api-problem';
import type { SessionView } from '../../../shared/api/contract';
import { useLocale } from '../../../shared/format/locale-context';
import { formatMoneyExact } from '../../../shared/format/money';
import { FormSummary } from '../../../shared/forms/FormSummary';
import { zodResolver } from '../../../shared/forms/zod-resolver';
import { EMPTY_CARD, type CardTyped } from '../../../shared/payment/card';
import { ChallengeBox } from '../../../shared/payment/ChallengeBox';
import { PaymentFields } from '../../../shared/payment/PaymentFields';
import { useCardForm } from '../../../shared/payment/use-card-form';
import { Button } from '../../../shared/ui/Button';
import { Dialog } from '../../../shared/ui/Dialog';
import { Means } from './MoreTimeOffer';
import type { MoreTimeNow } from './use-more-time';

interface PayForTimeProps {
  session: SessionView;
  moreTime: MoreTimeNow;
}

/** Both agreed: the learner's card, and the bank's question where it has one. Closing it takes the proposal back. */
export function PayForTime({ session, moreTime }: PayForTimeProps): ReactNode {
  const t = useT();
  const { proposal, isBusy, error, take, readSecret } = moreTime;
  const added = proposal?.state === 'agreed' ? proposal.added : null;
  if (!proposal || added === null) return null;
  return (
    <Dialog
      title={t('room:more.pay.title', { minutes: proposal.minutes })}
      isOpen
      onClose={() => take({ kind: 'decline' })}
    >
      {proposal.bankAsks ? (
        <div className="grid gap-4">
          <p>{t('room:more.pay.stands')}</p>
          <ChallengeBox
            amount={added}
            readSecret={readSecret}
            error={error}
            isBusy={isBusy}
            onAnswer={(outcome) => take({ kind: 'answer', outcome })}
          />
        </div>
      ) : (
        <CardOfTime session={session} moreTime={moreTime} />
      )}
    </Dialog>
  );
}

function CardOfTime({ session, moreTime }: PayForTimeProps): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const cardForm = useCardForm();
  const form = useForm<{ card: CardTyped }>({
    resolver: zodResolver(z.object({ card: cardForm.schema })),
    shouldFocusError: false,
    defaultValues: { card: EMPTY_CARD },
  });
  const { proposal, error, isBusy, take } = moreTime;
  if (!proposal?.added) return null;
  const refused = proposal.failure && new ApiProblem(0, `billing.${proposal.failure}`);
  const pay = ({ card }: { card: CardTyped }): void =>
    take({ kind: 'pay', collect: () => cardForm.collect(card) });
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => void form.handleSubmit(pay)(event)}
    >
      <Means option={proposal} />
      <FormSummary form={form} error={error ?? refused} />
      <PaymentFields
        form={form}
        cardForm={cardForm}
        amount={proposal.added}
        isDemo={session.other.isDemo}
      />
      <Button type="submit" busy={isBusy}>
        {t('room:more.pay.go', { amount: formatMoneyExact(proposal.added, locale) })}
      </Button>
    </form>
  );
}
