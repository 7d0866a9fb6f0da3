import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { Money } from '../api/contract';
import { MoneyText } from '../format/Formatted';
import { ErrorSummary } from '../forms/ErrorSummary';
import { Button, buttonClass } from '../ui/Button';
import { ShieldIcon } from '../ui/icons';
import { Panel } from '../ui/Panel';

export type ChallengeOutcome = 'approved' | 'failed';

interface ChallengeBoxProps {
  amount: Money;
  /** The bank's own page; with the sandbox this box plays the bank. */
  bankUrl: string | null;
  error: unknown;
  isBusy: boolean;
  onAnswer: (outcome: ChallengeOutcome) => void;
}

/** The bank wants to know that it is really you. */
export function ChallengeBox({
  amount,
  bankUrl,
  error,
  isBusy,
  onAnswer,
}: ChallengeBoxProps): ReactNode {
  const t = useT();
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
        {bankUrl ? (
          <a href={bankUrl} className={buttonClass('primary', 'justify-self-start')}>
            {t('common:challenge.toBank')}
          </a>
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
