import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { Booking } from '../../shared/api/contract';
import { MoneyText } from '../../shared/format/Formatted';
import { Panel } from '../../shared/ui/Panel';

/** What a late cancellation cost, with its documents; nothing where it cost nothing. */
export function LateCharge({ booking }: { booking: Booking }): ReactNode {
  const t = useT();
  const { charged } = booking;
  if (charged === null) return null;
  return (
    <Panel title={t('bookings:charged.title')}>
      <p className="text-lg">
        <strong>
          <MoneyText money={charged.amount} exact />
        </strong>
      </p>
      <ul className="mt-3 grid gap-2">
        {charged.documents.map(({ id, number }) => (
          <li key={id}>
            <a className="underline" href={`/api/v1/documents/${id}/pdf`}>
              {t('bookings:charged.document')} <bdi>{number}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
