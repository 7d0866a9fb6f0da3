import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMe } from '../../app/me';
import { useT } from '../../i18n/use-t';
import type { Money } from '../api/contract';
import { MoneyText } from '../format/Formatted';
import { useLocale } from '../format/locale-context';
import { ErrorSummary } from '../forms/ErrorSummary';
import { Button } from '../ui/Button';
import { ShieldIcon } from '../ui/icons';
import { Panel } from '../ui/Panel';
import { askBank } from './stripe-form';

export type ChallengeOutcome = 'approved' | 'failed';

interface ChallengeBoxProps {
  amount: Money;
  /** Reads what the provider's form needs to ask; with the sandbox this box plays the bank. */
  readSecret: () => Promise<string | null>;
  error: unknown;
  isBusy: boolean;
  onAnswer: (outcome: ChallengeOutcome) => void;
}

/** The bank wants to know that it is really you. */
export function ChallengeBox({
  amount,
  readSecret,
  error,
  isBusy,
  onAnswer,
}: ChallengeBoxProps): ReactNode {
  const t = useT();
  const { payment } = useMe();
  return (
    <Panel title={t('common:challenge.title')}>
      <div className="grid gap-5">
        <p className="flex items-start gap-3">
          <ShieldIcon className="mt-1 text-accent" />
          <span>
            {t('common:challenge.text')} <MoneyText money={amount} exact />
          </span>
        </p>
        <ErrorSummary error={error} />
        {payment.publishableKey !== null ? (
          <AskBank
            publishableKey={payment.publishableKey}
            readSecret={readSecret}
            isBusy={isBusy}
            onAnswer={onAnswer}
          />
        ) : (
          <div className="flex flex-wrap gap-3">
            <Button busy={isBusy} onClick={() => onAnswer('approved')}>
              {t('common:challenge.approve')}
            </Button>
            <Button look="secondary" busy={isBusy} onClick={() => onAnswer('failed')}>
              {t('common:challenge.fail')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}

interface AskBankProps extends Pick<ChallengeBoxProps, 'readSecret' | 'isBusy' | 'onAnswer'> {
  publishableKey: string;
}

/** The provider shows the bank's question over the page; how it ended our server then reads from the provider. */
function AskBank({ publishableKey, readSecret, isBusy, onAnswer }: AskBankProps): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const ask = useMutation({
    mutationFn: async () => {
      const secret = await readSecret();
      return secret === null ? 'approved' : askBank(publishableKey, locale, secret);
    },
    onSuccess: onAnswer,
  });
  return (
    <div className="grid justify-items-start gap-3">
      <ErrorSummary error={ask.error} />
      <Button busy={isBusy || ask.isPending} onClick={() => ask.mutate()}>
        {t('common:challenge.toBank')}
      </Button>
    </div>
  );
}
