/** @jsxRuntime classic */
import { useTranslation } from 'adminjs';
import React from 'react';
import { CheckInput, SelectInput, TextInput } from './FormFields.js';
import type { Refusal } from './use-form-commands.js';
import type { CategoryChoices } from './views.js';

export interface WordsTyped {
  readonly slug: string;
  readonly icon: string;
  readonly names: Readonly<Record<string, string>>;
  readonly forbidsRecording: boolean;
}

/** Names in every language of the installation, the address, the picture. */
export function CategoryWords({
  form,
  typed,
  choices,
  refusal,
  onTyped,
}: {
  readonly form: string;
  readonly typed: WordsTyped;
  readonly choices: CategoryChoices;
  readonly refusal: Refusal | null;
  onTyped(typed: WordsTyped): void;
}): React.ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {choices.languages.map(({ value: language, label }) => (
        <TextInput
          key={language}
          form={form}
          field={`names.${language}`}
          label={t('category.nameIn', { language: label })}
          language={language}
          value={typed.names[language] ?? ''}
          refusal={refusal}
          onText={(text) => onTyped({ ...typed, names: { ...typed.names, [language]: text } })}
        />
      ))}
      <TextInput
        form={form}
        field="slug"
        label={t('category.slug')}
        value={typed.slug}
        refusal={refusal}
        onText={(slug) => onTyped({ ...typed, slug })}
      />
      <SelectInput
        form={form}
        field="icon"
        label={t('category.icon')}
        value={typed.icon}
        choices={choices.icons}
        refusal={refusal}
        onChoice={(icon) => onTyped({ ...typed, icon })}
      />
      <CheckInput
        label={t('category.forbidsRecording')}
        checked={typed.forbidsRecording}
        onCheck={(forbidsRecording) => onTyped({ ...typed, forbidsRecording })}
      />
    </>
  );
}
