/** @jsxRuntime classic */
import { useTranslation } from 'adminjs';
import React, { useState } from 'react';
import { CategoryCommand, type CategoryFormProps } from './CategoryCommand.js';
import { CheckInput, SelectInput, TextInput } from './FormFields.js';
import type { Refusal } from './use-form-commands.js';
import type { CategoryChoices, RequirementView } from './views.js';

const KINDS = ['text', 'file', 'confirm'] as const;
const EMPTY: RequirementView = { key: '', kind: 'text', isRequired: true, label: {} };

/** What applicants are asked: inherited ones can be asked otherwise or not at all, own ones come after them. */
export function AsksForm({ page, commands }: CategoryFormProps): React.ReactElement {
  const { t } = useTranslation();
  const { choices, inherited } = page;
  const [requirements, setRequirements] = useState(page.own.requirements);
  const input = { requirements };
  const change = (index: number, requirement: RequirementView): void =>
    setRequirements(requirements.map((each, place) => (place === index ? requirement : each)));
  const left = inherited.requirements.filter(
    ({ key }) => !requirements.some((requirement) => requirement.key === key),
  );
  return (
    <CategoryCommand
      page={page}
      commands={commands}
      command="ask"
      title={t('category.asks')}
      label={t('category.saveAsks')}
      input={input}
    >
      <ul className="vc-asks">
        {left.map((requirement) => (
          <li key={requirement.key}>
            <span>{requirement.label[choices.languages[0]?.value ?? 'en'] ?? requirement.key}</span>{' '}
            <span className="vc-hint">{t('category.inherited')}</span>{' '}
            <button
              type="button"
              className="vc-button vc-quiet"
              onClick={() => setRequirements([...requirements, requirement])}
            >
              {t('category.askOtherwise')}
            </button>
          </li>
        ))}
        {requirements.map((requirement, index) => (
          <li key={index}>
            <Requirement
              index={index}
              requirement={requirement}
              isInherited={inherited.requirements.some(({ key }) => key === requirement.key)}
              choices={choices}
              refusal={commands.refusal}
              onChange={(changed) => change(index, changed)}
              onDrop={() => setRequirements(requirements.filter((_, place) => place !== index))}
            />
          </li>
        ))}
      </ul>
      <div className="vc-row">
        <button
          type="button"
          className="vc-button vc-quiet"
          onClick={() => setRequirements([...requirements, EMPTY])}
        >
          {t('category.askMore')}
        </button>
      </div>
    </CategoryCommand>
  );
}

function Requirement({
  index,
  requirement,
  isInherited,
  choices,
  refusal,
  onChange,
  onDrop,
}: {
  readonly index: number;
  readonly requirement: RequirementView;
  readonly isInherited: boolean;
  readonly choices: CategoryChoices;
  readonly refusal: Refusal | null;
  onChange(requirement: RequirementView): void;
  onDrop(): void;
}): React.ReactElement {
  const { t } = useTranslation();
  const shared = { form: 'ask', refusal };
  return (
    <fieldset className="vc-ask">
      <legend>{requirement.key || t('category.newAsk')}</legend>
      {isInherited ? (
        <CheckInput
          label={t('category.waive')}
          checked={requirement.isWaived === true}
          onCheck={(isWaived) => onChange({ ...requirement, isWaived })}
        />
      ) : (
        <TextInput
          {...shared}
          field={`requirements.${index}.key`}
          label={t('category.key')}
          value={requirement.key}
          onText={(key) => onChange({ ...requirement, key })}
        />
      )}
      {requirement.isWaived ? null : (
        <>
          {choices.languages.map(({ value: language, label }) => (
            <TextInput
              {...shared}
              key={language}
              field={`requirements.${index}.label.${language}`}
              label={t('category.labelIn', { language: label })}
              language={language}
              value={requirement.label[language] ?? ''}
              onText={(text) =>
                onChange({ ...requirement, label: { ...requirement.label, [language]: text } })
              }
            />
          ))}
          <SelectInput
            {...shared}
            field={`requirements.${index}.kind`}
            label={t('category.kind')}
            value={requirement.kind}
            choices={KINDS.map((kind) => ({ value: kind, label: t(`category.kinds.${kind}`) }))}
            onChoice={(kind) =>
              onChange({ ...requirement, kind: KINDS.find((each) => each === kind) ?? 'text' })
            }
          />
          <CheckInput
            label={t('category.isRequired')}
            checked={requirement.isRequired}
            onCheck={(isRequired) => onChange({ ...requirement, isRequired })}
          />
        </>
      )}
      <button type="button" className="vc-button vc-quiet" onClick={onDrop}>
        {t(isInherited ? 'category.asInherited' : 'category.dropAsk')}
      </button>
    </fieldset>
  );
}
