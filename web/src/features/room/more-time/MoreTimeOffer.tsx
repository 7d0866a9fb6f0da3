import type { ReactNode } from 'react';
import { useT } from '../../../i18n/use-t';
import type { MoreTime, SessionView } from '../../../shared/api/contract';
import { useLocale } from '../../../shared/format/locale-context';
import { formatMoneyExact } from '../../../shared/format/money';
import { formatPercent } from '../../../shared/format/names';
import { ErrorSummary } from '../../../shared/forms/ErrorSummary';
import { BannerButton } from '../stage/Banner';
import type { MoreTimeNow } from './use-more-time';

type Option = MoreTime['options'][number];

interface MoreTimeOfferProps {
  session: SessionView;
  moreTime: MoreTimeNow;
}

/** Near the ceiling: one proposes more time, the other agrees; each sees what it means for them. */
export function MoreTimeOffer({ session, moreTime }: MoreTimeOfferProps): ReactNode {
  const t = useT();
  const { options, reason, proposal, isBusy, error, take } = moreTime;
  const name = session.other.displayName;
  const isOpen = proposal?.state === 'proposed' || proposal?.state === 'agreed';
  return (
    <div className="mt-2 grid justify-items-center gap-2">
      {error !== null && <ErrorSummary error={error} />}
      {proposal && !isOpen && <p>{t(`room:more.outcome.${proposal.state}`)}</p>}
      {proposal && isOpen ? (
        <>
          <p>{t(proposalText(proposal), { name, minutes: proposal.minutes })}</p>
          <Means option={proposal} />
          <div className="flex flex-wrap justify-center gap-2">
            {proposal.state === 'proposed' && !proposal.isMine && (
              <BannerButton isBusy={isBusy} onPress={() => take({ kind: 'agree' })}>
                {t('room:more.agree', { minutes: proposal.minutes })}
              </BannerButton>
            )}
            <BannerButton isSecondary isBusy={isBusy} onPress={() => take({ kind: 'decline' })}>
              {t(proposal.isMine ? 'room:more.takeBack' : 'room:more.decline')}
            </BannerButton>
          </div>
        </>
      ) : (
        <>
          {options.length === 0 && reason === 'scheduling.no_time_left' && (
            <p>{t('room:more.noTime')}</p>
          )}
          <div className="flex flex-wrap justify-center gap-2">
            {options.map((option) => (
              <div key={option.minutes} className="grid justify-items-center gap-1">
                <BannerButton
                  isBusy={isBusy}
                  onPress={() =>
                    take({ kind: 'propose', minutes: option.minutes === 15 ? 15 : 30 })
                  }
                >
                  {t('room:more.propose', { minutes: option.minutes })}
                </BannerButton>
                <Means option={option} />
              </div>
            ))}
          </div>
        </>
      )}
    </div>
  );
}

/** For the learner what is held, tax included; for the expert what it earns. */
export function Means({ option }: { option: Option }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const { added, tax, earnings } = option;
  if (earnings)
    return <p>{t('room:more.earns', { amount: formatMoneyExact(earnings, locale) })}</p>;
  if (!added) return null;
  return (
    <p>
      {t('room:more.holds', { amount: formatMoneyExact(added, locale) })}{' '}
      {tax
        ? t('room:more.ofWhichTax', {
            label: tax.label,
            rate: formatPercent(tax.ratePercent, locale),
            amount: formatMoneyExact(tax.amount, locale),
          })
        : t('common:price.taxIncluded')}
    </p>
  );
}

function proposalText({ state, isMine }: NonNullable<MoreTime['proposal']>): string {
  if (state === 'agreed') return 'room:more.agreed';
  return isMine ? 'room:more.asked' : 'room:more.asks';
}
