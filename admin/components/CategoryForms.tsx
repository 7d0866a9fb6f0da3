/** @jsxRuntime classic */
import { useTranslation } from 'adminjs';
import React, { useState } from 'react';
import { CategoryCommand, type CategoryFormProps } from './CategoryCommand.js';
import { CategoryWords, type WordsTyped } from './CategoryWords.js';
import { CheckInput, SelectInput } from './FormFields.js';
import type { CategoryPage, ChoiceView } from './views.js';

export function WordsForm({ page, commands }: CategoryFormProps): React.ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<WordsTyped>(page.own);
  const { slug, icon, names, forbidsRecording } = typed;
  const input = { slug, icon, names, forbidsRecording };
  return (
    <CategoryCommand
      page={page}
      commands={commands}
      command="describe"
      title={t('category.words')}
      label={t('category.save')}
      input={input}
    >
      <CategoryWords
        form="describe"
        typed={typed}
        choices={page.choices}
        refusal={commands.refusal}
        onTyped={setTyped}
      />
    </CategoryCommand>
  );
}

export function PlaceForm({ page, commands }: CategoryFormProps): React.ReactElement {
  const { t } = useTranslation();
  const { id, choices, own } = page;
  const [parentId, setParentId] = useState(own.parentId ?? '');
  const [afterId, setAfterId] = useState(own.afterId ?? '');
  const input = { parentId, afterId };
  const others = choices.tree.filter((each) => each.id !== id);
  const siblings = others.filter((each) => (each.parentId ?? '') === parentId);
  return (
    <CategoryCommand
      page={page}
      commands={commands}
      command="place"
      title={t('category.place')}
      label={t('category.move')}
      input={input}
    >
      <SelectInput
        form="place"
        field="parentId"
        label={t('category.parent')}
        none={t('category.top')}
        value={parentId}
        choices={choicesOf(others)}
        refusal={commands.refusal}
        onChoice={(chosen) => {
          setParentId(chosen);
          setAfterId('');
        }}
      />
      <SelectInput
        form="place"
        field="afterId"
        label={t('category.after')}
        none={t('category.first')}
        value={afterId}
        choices={choicesOf(siblings)}
        refusal={commands.refusal}
        onChoice={setAfterId}
      />
    </CategoryCommand>
  );
}

type Mapping = CategoryPage['own']['taxCategories'];

export function TaxForm({ page, commands }: CategoryFormProps): React.ReactElement {
  const { t } = useTranslation();
  const { choices, inherited } = page;
  const [taxCategories, setTaxCategories] = useState<Mapping>(page.own.taxCategories);
  const input = { taxCategories };
  const isOwn = Object.values(taxCategories).some((offered) => (offered ?? []).length > 0);
  return (
    <CategoryCommand
      page={page}
      commands={commands}
      command="mapTax"
      title={t('category.tax')}
      label={t('category.saveTax')}
      input={input}
    >
      <p className="vc-hint">{t(isOwn ? 'category.taxHint' : 'category.taxInherited')}</p>
      {choices.kinds.map(({ value: kind, label }) => (
        <TaxOfKind
          key={kind}
          label={label}
          choices={choices.taxCategories}
          offered={taxCategories[kind] ?? []}
          inherited={isOwn ? [] : (inherited.taxCategories[kind] ?? [])}
          onOffered={(offered) => setTaxCategories({ ...taxCategories, [kind]: offered })}
        />
      ))}
    </CategoryCommand>
  );
}

/** The first that is ticked is the usual one; the others follow in the order in which they are ticked. */
function TaxOfKind({
  label,
  choices,
  offered,
  inherited,
  onOffered,
}: {
  readonly label: string;
  readonly choices: readonly ChoiceView[];
  readonly offered: readonly string[];
  readonly inherited: readonly string[];
  onOffered(offered: readonly string[]): void;
}): React.ReactElement {
  const { t } = useTranslation();
  const nameOf = (value: string): string =>
    choices.find((choice) => choice.value === value)?.label ?? value;
  const said = (offered.length > 0 ? offered : inherited).map(nameOf).join(', ');
  return (
    <details className="vc-kind">
      <summary>
        <strong>{label}</strong>: {said || t('category.notOffered')}
      </summary>
      <div className="vc-checks">
        {choices.map(({ value, label: name }) => (
          <CheckInput
            key={value}
            label={offered[0] === value ? t('category.usual', { name }) : name}
            checked={offered.includes(value)}
            onCheck={(isOn) =>
              onOffered(isOn ? [...offered, value] : offered.filter((each) => each !== value))
            }
          />
        ))}
      </div>
    </details>
  );
}

export function MergeForm({ page, commands }: CategoryFormProps): React.ReactElement {
  const { t } = useTranslation();
  const [targetId, setTargetId] = useState('');
  const input = { targetId };
  const others = page.choices.tree.filter(({ id }) => id !== page.id);
  return (
    <CategoryCommand
      page={page}
      commands={commands}
      command="merge"
      title={t('category.merge')}
      label={t('category.mergeNow')}
      tone="danger"
      input={input}
      isReady={targetId !== ''}
    >
      <p className="vc-hint">{t('category.mergeHint')}</p>
      <SelectInput
        form="merge"
        field="targetId"
        label={t('category.target')}
        none={t('category.choose')}
        value={targetId}
        choices={choicesOf(others)}
        refusal={commands.refusal}
        onChoice={setTargetId}
      />
    </CategoryCommand>
  );
}

export function RetireForm({ page, commands }: CategoryFormProps): React.ReactElement {
  const { t } = useTranslation();
  const command = page.state === 'retired' ? 'restore' : 'retire';
  return (
    <CategoryCommand
      page={page}
      commands={commands}
      command={command}
      title={t(`category.${command}`)}
      label={t(`category.${command}Now`)}
      tone="quiet"
      input={{}}
    >
      <p className="vc-hint">{t(`category.${command}Hint`)}</p>
    </CategoryCommand>
  );
}

function choicesOf(tree: CategoryPage['choices']['tree']): ChoiceView[] {
  return tree.map(({ id, path }) => ({ value: id, label: path }));
}
