import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { Receipt } from '../../shared/api/contract';
import { TimeText } from '../../shared/format/Formatted';
import { useLocale } from '../../shared/format/locale-context';
import { formatNumber } from '../../shared/format/names';
import { METER_REASONS } from '../../shared/meter/reasons';
import { DownIcon } from '../../shared/ui/icons';

const KINDS = ['opened', 'joined', 'left', 'started', 'stopped', 'extended', 'closed'];

/** The meter's own log, line by line: whoever holds it can count again. */
export function MeterLog({ meter }: { meter: Receipt['meter'] }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  return (
    <details className="group rounded-lg border border-line bg-surface">
      <summary className="flex list-none items-center justify-between gap-4 px-5 py-4 sm:px-6">
        <span>
          <span className="block text-lg font-bold">{t('receipt:meter.title')}</span>
          <span className="block text-sm text-muted">{t('receipt:meter.lead')}</span>
        </span>
        <DownIcon className="transition-transform group-open:rotate-180" />
      </summary>
      <div
        className="overflow-x-auto border-t border-line p-5 sm:p-6"
        tabIndex={0}
        role="region"
        aria-label={t('receipt:meter.title')}
      >
        <table className="w-full text-start text-sm">
          <thead>
            <tr className="text-muted">
              {(['number', 'at', 'what', 'hash'] as const).map((column) => (
                <th key={column} scope="col" className="pe-4 pb-2 text-start font-normal">
                  {t(`receipt:meter.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {meter.entries.map((entry) => (
              <tr key={entry.seq} className="border-t border-line">
                <td className="py-2 pe-4 tabular-nums">{formatNumber(entry.seq, locale)}</td>
                <td className="py-2 pe-4 tabular-nums">
                  <TimeText at={entry.at} style="time-seconds" />
                </td>
                <td className="py-2 pe-4">
                  {t(`receipt:meter.kinds.${KINDS.includes(entry.kind) ? entry.kind : 'other'}`)}
                  {entry.reason !== null && METER_REASONS.includes(entry.reason) && (
                    <span className="text-muted">
                      {' '}
                      · {t(`receipt:meter.reasons.${entry.reason}`)}
                    </span>
                  )}
                </td>
                <td className="py-2 font-mono text-xs text-muted">
                  <bdi>{entry.hash.slice(0, 12)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="mt-4 text-sm text-muted">
          {t('receipt:meter.head')}{' '}
          <bdi className="font-mono break-all whitespace-normal">{meter.head}</bdi>
        </p>
      </div>
    </details>
  );
}
