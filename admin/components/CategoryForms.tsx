/** @jsxRuntime classic */
import { useTranslation } from 'adminjs';
import React, { useState } from 'react';
import { Card } from './Card.js';
import { CategoryRefusal } from './CategoryRefusal.js';
import { CategoryWords, type WordsTyped } from './CategoryWords.js';
import { CheckInput, SelectInput, SendButton } from './FormFields.js';
import type { FormCommands } from './use-form-commands.js';
import type { CategoryPage, ChoiceView } from './views.js';

export interface FormProps {
  readonly page: CategoryPage;
  readonly commands: FormCommands<CategoryPage>;
}

export function WordsForm({ page, commands }: FormProps): React.ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<WordsTyped>(page.own);
  const { slug, icon, names, forbidsRecording } = typed;
  const input = { slug, icon, names, forbidsRecording };
  return (
    <Card title={t('category.words')}>
      <CategoryRefusal
        command="describe"
        commands={commands}
        choices={page.choices}
        input={input}
      />
      <CategoryWords
        form="describe"
        typed={typed}
        choices={page.choices}
        refusal={commands.refusal}
        onTyped={setTyped}
      />
      <SendButton
        command="describe"
        running={commands.running}
        label={t('category.save')}
        onSend={() => void commands.send('describe', input)}
      />
    </Card>
  );
}

export function PlaceForm({ page, commands }: FormProps): React.ReactElement {
  const { t } = useTranslation();
  const { id, choices, own } = page;
  const [parentId, setParentId] = useState(own.parentId ?? '');
  const [afterId, setAfterId] = useState(own.afterId ?? '');
  const input = { parentId, afterId };
  const others = choices.tree.filter((each) => each.id !== id);
  const siblings = others.filter((each) => (each.parentId ?? '') === parentId);
  return (
    <Card title={t('category.place')}>
      <CategoryRefusal command="place" commands={commands} choices={choices} input={input} />
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
      <SendButton
        command="place"
        running={commands.running}
        label={t('category.move')}
        onSend={() => void commands.send('place', input)}
      />
    </Card>
  );
}

type Mapping = CategoryPage['own']['taxCategories'];

export function TaxForm({ page, commands }: FormProps): React.ReactElement {
  const { t } = useTranslation();
  const { choices, inherited } = page;
  const [taxCategories, setTaxCategories] = useState<Mapping>(page.own.taxCategories);
  const input = { taxCategories };
  const isOwn = Object.values(taxCategories).some((offered) => (offered ?? []).length > 0);
  return (
    <Card title={t('category.tax')}>
      <CategoryRefusal command="mapTax" commands={commands} choices={choices} input={input} />
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
      <SendButton
        command="mapTax"
        running={commands.running}
        label={t('category.saveTax')}
        onSend={() => void commands.send('mapTax', input)}
      />
    </Card>
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

export function MergeForm({ page, commands }: FormProps): React.ReactElement {
  const { t } = useTranslation();
  const [targetId, setTargetId] = useState('');
  const input = { targetId };
  const others = page.choices.tree.filter(({ id }) => id !== page.id);
  return (
    <Card title={t('category.merge')}>
      <CategoryRefusal command="merge" commands={commands} choices={page.choices} input={input} />
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
      <SendButton
        command="merge"
        running={commands.running}
        tone="danger"
        label={t('category.mergeNow')}
        onSend={() => void (targetId === '' || commands.send('merge', input))}
      />
    </Card>
  );
}

export function RetireForm({ page, commands }: FormProps): React.ReactElement {
  const { t } = useTranslation();
  const command = page.state === 'retired' ? 'restore' : 'retire';
  return (
    <Card title={t(`category.${command}`)}>
      <CategoryRefusal command={command} commands={commands} choices={page.choices} input={{}} />
      <p className="vc-hint">{t(`category.${command}Hint`)}</p>
      <SendButton
        command={command}
        running={commands.running}
        tone="quiet"
        label={t(`category.${command}Now`)}
        onSend={() => void commands.send(command, {})}
      />
    </Card>
  );
}

function choicesOf(tree: CategoryPage['choices']['tree']): ChoiceView[] {
  return tree.map(({ id, path }) => ({ value: id, label: path }));
}
