/** @jsxRuntime classic */
import { ApiClient, useTranslation } from 'adminjs';
import React, { useEffect, useState } from 'react';
import { Card } from './Card.js';
import { Late } from './Late.js';
import type { DashboardView } from './views.js';

/** What waits, how long, and whether the platform is well. */
export default function Dashboard(): React.ReactElement {
  const { t } = useTranslation();
  const [view, setView] = useState<DashboardView | 'loading' | 'failed'>('loading');
  useEffect(() => {
    new ApiClient().getDashboard<DashboardView>().then(
      ({ data }) => setView(data),
      () => setView('failed'),
    );
  }, []);
  if (view === 'loading') return <p className="vc-case vc-home vc-hint">{t('page.loading')}</p>;
  if (view === 'failed')
    return (
      <p className="vc-case vc-home vc-error" role="alert">
        {t('page.failed')}
      </p>
    );
  return (
    <div className="vc-case vc-home">
      <h1>{t('dashboard.title')}</h1>
      <div className="vc-queues">
        {view.queues.map(({ key, href, count, oldest, isLate }) => (
          <a key={key} className="vc-queue" href={href}>
            <span className="vc-queue-name">{t(`labels.${key}`)}</span>
            <span className="vc-queue-count">{count}</span>
            <span className="vc-hint">
              {count === 0 ? (
                t('dashboard.nothing')
              ) : (
                <>
                  {t('dashboard.oldest')} <Late waiting={oldest} isLate={isLate} />
                </>
              )}
            </span>
          </a>
        ))}
      </div>
      {view.queues.length === 0 ? <p>{t('dashboard.noQueues')}</p> : null}
      {view.health.length > 0 ? (
        <Card title={t('dashboard.health')}>
          <ul className="vc-health">
            {view.health.map(({ name, isOk }) => (
              <li key={name} className={isOk ? undefined : 'vc-error'}>
                <bdi>{name}</bdi>: {t(isOk ? 'dashboard.ok' : 'dashboard.down')}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </div>
  );
}
