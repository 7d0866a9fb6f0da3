/** @jsxRuntime classic */
import { useTranslation } from 'adminjs';
import React from 'react';
import { Card } from './Card.js';
import { Moment } from './Moment.js';
import { pageIn, type RecordPageProps } from './props.js';
import type { MailPage as Page } from './views.js';

/** A mail as text: what somebody put into it can be read, not run. Its links can be followed. */
export default function MailPage({ record }: RecordPageProps): React.ReactElement | null {
  const { t } = useTranslation();
  const page = pageIn<Page>(record.params);
  if (!page) return null;
  return (
    <div className="vc-case">
      <header className="vc-person">
        <div>
          <h1 dir="auto">{page.subject}</h1>
          <p>
            {t('mail.to')} <bdi>{page.to}</bdi> · <Moment at={page.sent} />
          </p>
        </div>
      </header>
      <Card title={t('mail.text')}>
        <p className="vc-text" dir="auto">
          {page.text.split(/(https?:\/\/\S+)/).map((part, index) =>
            index % 2 === 1 ? (
              <a key={index} href={part} target="_blank" rel="noopener noreferrer">
                {part}
              </a>
            ) : (
              part
            ),
          )}
        </p>
      </Card>
    </div>
  );
}
