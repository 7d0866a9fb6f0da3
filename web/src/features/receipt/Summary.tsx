import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { Receipt } from '../../shared/api/contract';
import { MoneyText, TimeText } from '../../shared/format/Formatted';
import { useLocale } from '../../shared/format/locale-context';
import { formatClock } from '../../shared/format/time';
import { Avatar } from '../../shared/ui/Avatar';
import { Panel } from '../../shared/ui/Panel';

/** What was paid, for what, with whom. */
export function Summary({ receipt }: { receipt: Receipt }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const { session, meter, charged, held, released, tax } = receipt;
  return (
    <Panel>
      <div className="flex items-center gap-4">
        <Avatar src={session.other.avatarUrl} />
        <div className="min-w-0">
          <p className="font-medium">{session.listingTitle}</p>
          <p className="text-sm text-muted">
            <bdi className="whitespace-normal">{session.other.displayName}</bdi>
            {session.endedAt && (
              <>
                {' · '}
                <TimeText at={session.endedAt} />
              </>
            )}
          </p>
        </div>
      </div>
      <div className="mt-6 grid gap-1 border-t border-line pt-6 text-center">
        <p className="text-sm text-muted">{t('receipt:paid')}</p>
        <p data-testid="charged" className="text-3xl font-bold">
          {session.price.model === 'free' ? (
            t('common:price.free')
          ) : (
            <MoneyText money={charged} exact />
          )}
        </p>
        <p className="text-muted">
          {t('receipt:together', { time: formatClock(meter.billedSeconds, locale) })}
        </p>
        {session.state !== 'settled' && (
          <p role="status" className="text-sm text-caution">
            {t('receipt:settling')}
          </p>
        )}
      </div>
      <dl className="mt-6 grid gap-2 border-t border-line pt-5 text-sm">
        {tax && (
          <>
            <Line label={t('receipt:net')}>
              <MoneyText money={tax.net} exact />
            </Line>
            <Line label={tax.label}>
              <MoneyText money={tax.tax} exact />
            </Line>
          </>
        )}
        {held && (
          <Line label={t('receipt:held')}>
            <MoneyText money={held} exact />
          </Line>
        )}
        {released && (
          <Line label={t('receipt:released')}>
            <MoneyText money={released} exact />
          </Line>
        )}
      </dl>
    </Panel>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
