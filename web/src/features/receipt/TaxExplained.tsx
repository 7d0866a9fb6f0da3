import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { Receipt } from '../../shared/api/contract';
import { MoneyText } from '../../shared/format/Formatted';
import { useLocale } from '../../shared/format/locale-context';
import { formatPercent } from '../../shared/format/names';
import { Panel } from '../../shared/ui/Panel';

/** Why this tax and no other, in the sentences of the rule that decided. */
export function TaxExplained({ tax }: { tax: NonNullable<Receipt['tax']> }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  return (
    <Panel
      title={t('receipt:tax.title')}
      aside={
        <span className="text-sm text-muted">
          {tax.label} {formatPercent(tax.ratePercent, locale)} · <MoneyText money={tax.tax} exact />
        </span>
      }
    >
      <ol className="grid list-decimal gap-1.5 ps-5 text-sm">
        {tax.explanation.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </Panel>
  );
}
