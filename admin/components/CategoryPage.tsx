/** @jsxRuntime classic */
import { useTranslation } from 'adminjs';
import React from 'react';
import { Card } from './Card.js';
import { AsksForm } from './CategoryAsks.js';
import { MergeForm, PlaceForm, RetireForm, TaxForm, WordsForm } from './CategoryForms.js';
import type { RecordPageProps } from './props.js';
import { StateChip } from './StateChip.js';
import { useFormCommands } from './use-form-commands.js';
import type { CategoryPage as Page } from './views.js';

/** A category: its words, its place, its taxes, what it asks, and its end. Each form is sent by itself. */
export default function CategoryPage(props: RecordPageProps): React.ReactElement | null {
  const commands = useFormCommands<Page>(props);
  const { page, done } = commands;
  if (!page) return null;
  const isOpen = page.state === 'open';
  const form = { page, commands };
  return (
    <div className="vc-case">
      <header className="vc-person">
        <div>
          <h1 dir="auto">{page.name}</h1>
          <p>
            <StateChip state={page.state} />
            {page.mergedInto === null ? null : (
              <>
                {' '}
                → <bdi>{page.mergedInto}</bdi>
              </>
            )}
          </p>
        </div>
      </header>
      {page.mayEdit ? (
        <div className="vc-columns" key={done}>
          <div>
            {isOpen ? <WordsForm {...form} /> : null}
            {isOpen ? <AsksForm {...form} /> : null}
          </div>
          <aside>
            <div className="vc-flow">
              {isOpen ? <PlaceForm {...form} /> : null}
              {isOpen ? <TaxForm {...form} /> : null}
              {isOpen ? <MergeForm {...form} /> : null}
              {page.state === 'merged' ? null : <RetireForm {...form} />}
              <Addresses page={page} />
            </div>
          </aside>
        </div>
      ) : (
        <Addresses page={page} />
      )}
    </div>
  );
}

function Addresses({ page: { own, oldAddresses } }: { readonly page: Page }): React.ReactElement {
  const { t } = useTranslation();
  return (
    <Card title={t('category.addresses')}>
      <p>
        <code>/categories/{own.slug}</code>
      </p>
      {oldAddresses.map((address) => (
        <p key={address} className="vc-hint">
          <code>/categories/{address}</code> {t('category.leadsHere')}
        </p>
      ))}
    </Card>
  );
}
