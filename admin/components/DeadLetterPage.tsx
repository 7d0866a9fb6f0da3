/** @jsxRuntime classic */
import { useTranslation } from 'adminjs';
import React, { useState } from 'react';
import { Card } from './Card.js';
import { Moment } from './Moment.js';
import type { RecordPageProps } from './props.js';
import { useCommands } from './use-commands.js';
import type { DeadLetterPage as Page } from './views.js';

const CHOICES = [
  { command: 'retry', tone: 'vc-main' },
  { command: 'letGo', tone: 'vc-danger' },
] as const;

/** Work that was given up: what it was, why it failed, and the two ways on. */
export default function DeadLetterPage(props: RecordPageProps): React.ReactElement | null {
  const { page, run, running } = useCommands<Page>(props);
  const [isDecided, setIsDecided] = useState(false);
  const { t } = useTranslation();
  if (!page) return null;
  const choose = async (command: string): Promise<void> => setIsDecided(await run(command, ''));
  return (
    <div className="vc-case">
      <header className="vc-person">
        <div>
          <h1>
            <bdi>{page.name}</bdi>
          </h1>
          <p>
            {t(`deadLetter.kinds.${page.kind}`)} · <Moment at={page.occurred} />
          </p>
          <p className="vc-error">{t('deadLetter.attempts', { count: page.attempts })}</p>
        </div>
      </header>
      <div className="vc-columns">
        <Card title={t('deadLetter.error')}>
          <p className="vc-text" dir="ltr">
            {page.error}
          </p>
          <p className="vc-hint">
            <Moment at={page.failed} />
          </p>
        </Card>
        <aside>
          <Card title={t('deadLetter.decide')}>
            <p>{t('deadLetter.heldBack', { count: page.heldBack })}</p>
            <p className="vc-hint">{t('deadLetter.hint')}</p>
            <div className="vc-buttons">
              {CHOICES.map(({ command, tone }) => (
                <button
                  key={command}
                  type="button"
                  className={`vc-button ${tone}`}
                  disabled={isDecided || running !== null}
                  aria-busy={running === command}
                  onClick={() => void choose(command)}
                >
                  {t(`deadLetter.${command}`)}
                </button>
              ))}
            </div>
          </Card>
        </aside>
      </div>
    </div>
  );
}
