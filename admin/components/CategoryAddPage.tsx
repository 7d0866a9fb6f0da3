/** @jsxRuntime classic */
import { ApiClient, useTranslation } from 'adminjs';
import React, { useEffect, useState } from 'react';
import { Card } from './Card.js';
import { CategoryWords, type WordsTyped } from './CategoryWords.js';
import { SelectInput, SendButton } from './FormFields.js';
import { useBeginning } from './use-form-commands.js';
import type { CategoryChoices } from './views.js';

const EMPTY: WordsTyped = { slug: '', icon: 'other', names: {}, forbidsRecording: false };

declare const location: { assign(url: string): void };

/** A new category: what it is called and where it stands; the rest is set on its own page. */
export default function CategoryAddPage({
  resource,
}: {
  readonly resource: { readonly id: string };
}): React.ReactElement {
  const { t } = useTranslation();
  const choices = useChoices(resource.id);
  const [typed, setTyped] = useState(EMPTY);
  const [parentId, setParentId] = useState('');
  const { running, refusal, begin } = useBeginning(resource.id);
  const create = async (): Promise<void> => {
    const url = await begin('create', { ...typed, parentId });
    if (url !== null) location.assign(url);
  };
  if (!choices) return <p className="vc-case">{t('page.loading')}</p>;
  return (
    <div className="vc-case">
      <h1>{t('category.add')}</h1>
      <Card title={t('category.words')}>
        {refusal && refusal.code !== 'input.invalid' ? (
          <p role="alert" className="vc-error">
            {t(`messages.${refusal.code}`, refusal.facts)}
          </p>
        ) : null}
        <CategoryWords
          form="create"
          typed={typed}
          choices={choices}
          refusal={refusal}
          onTyped={setTyped}
        />
        <SelectInput
          form="create"
          field="parentId"
          label={t('category.parent')}
          none={t('category.top')}
          value={parentId}
          choices={choices.tree.map(({ id, path }) => ({ value: id, label: path }))}
          refusal={refusal}
          onChoice={setParentId}
        />
        <SendButton
          command="create"
          running={running}
          label={t('category.create')}
          onSend={() => void create()}
        />
      </Card>
    </div>
  );
}

function useChoices(resourceId: string): CategoryChoices | null {
  const [choices, setChoices] = useState<CategoryChoices | null>(null);
  useEffect(() => {
    void new ApiClient()
      .resourceAction({ resourceId, actionName: 'add' })
      .then(({ data }) => setChoices((data as { choices: CategoryChoices }).choices));
  }, [resourceId]);
  return choices;
}
