import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { Money, TaxExplorerView } from '../../shared/api/contract';
import { MoneyText } from '../../shared/format/Formatted';
import { useLocale } from '../../shared/format/locale-context';
import { countryName, formatPercent } from '../../shared/format/names';
import { Notice } from '../../shared/ui/Notice';
import { Panel } from '../../shared/ui/Panel';

type Answered = NonNullable<TaxExplorerView['answer']>;
type Split = NonNullable<Answered['split']>;

/** The split of a price, why it is so, and by which laws. */
export function Answer({
  question,
  answer,
  isAsked,
}: {
  question: TaxExplorerView['question'];
  answer: Answered;
  /** Somebody sent the form: on a phone the answer lies below it. */
  isAsked: boolean;
}): ReactNode {
  const t = useT();
  return (
    <>
      <Panel id="split" title={t('tax:split')} takesFocus={isAsked}>
        {answer.split ? (
          <SplitLines price={question.price} split={answer.split} />
        ) : (
          <Notice>{answer.refusal}</Notice>
        )}
      </Panel>
      {answer.reasons.length > 0 && <Reasons reasons={answer.reasons} />}
      {answer.sources.length > 0 && (
        <Panel title={t('tax:sources')}>
          <ul className="grid gap-3 text-sm">
            {answer.sources.map((source) => (
              <Source key={source.law} source={source} />
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function Reasons({ reasons }: { reasons: readonly string[] }): ReactNode {
  const t = useT();
  return (
    <Panel title={t('tax:why')}>
      <ol className="grid list-decimal gap-2 ps-5">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ol>
    </Panel>
  );
}

function SplitLines({ price, split }: { price: Money; split: Split }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  return (
    <dl className="grid gap-2">
      <Line label={t('tax:lines.price')} money={price} isStrong />
      <Line
        label={t('tax:lines.tax', {
          name: split.taxLabel || t('tax:lines.noTax'),
          rate: formatPercent(split.ratePercent, locale),
        })}
        money={split.tax}
      />
      <Line label={t('tax:lines.net')} money={split.net} />
      <div className="my-1 border-t border-line" />
      <Line label={t('tax:lines.commission')} money={split.commission} />
      <Line label={t('tax:lines.commissionTax')} money={split.commissionTax} />
      {split.taxOwedByPlatform.amountMinor !== '0' && (
        <Line label={t('tax:lines.taxOwedByPlatform')} money={split.taxOwedByPlatform} />
      )}
      <Line label={t('tax:lines.payout')} money={split.payout} isStrong />
    </dl>
  );
}

function Line({
  label,
  money,
  isStrong = false,
}: {
  label: string;
  money: Money;
  isStrong?: boolean;
}): ReactNode {
  return (
    <div className={`flex justify-between gap-4 ${isStrong ? 'text-lg font-semibold' : ''}`}>
      <dt>{label}</dt>
      <dd>
        <MoneyText money={money} exact />
      </dd>
    </div>
  );
}

/** A law is cited in its own language. */
function Source({ source }: { source: Answered['sources'][number] }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  return (
    <li className="grid gap-0.5">
      {source.url ? (
        <a href={source.url} rel="noopener noreferrer nofollow" className="underline" dir="auto">
          {source.law}
        </a>
      ) : (
        <span dir="auto">{source.law}</span>
      )}
      <span className="text-muted">
        {t('tax:source', {
          jurisdiction: countryName(source.jurisdiction.slice(0, 2), locale),
          day: source.readOn,
        })}
        {source.confidence !== null && ` · ${t(`tax:confidence.${source.confidence}`)}`}
      </span>
    </li>
  );
}
