/** @jsxRuntime classic */
import { useTranslation } from 'adminjs';
import React, { type ChangeEvent } from 'react';
import { problemAt, type Refusal } from './use-form-commands.js';
import type { ChoiceView } from './views.js';

type Typed = ChangeEvent<HTMLInputElement & { readonly value: string; readonly checked: boolean }>;
type Chosen = ChangeEvent<HTMLSelectElement & { readonly value: string }>;

interface FieldProps {
  /** Where a problem with it is named, e.g. `names.fr`. */
  readonly field: string;
  /** Told apart from other forms of the page. */
  readonly form: string;
  readonly label: string;
  readonly refusal: Refusal | null;
}

function useProblem({ field, form, refusal }: FieldProps): {
  readonly id: string;
  readonly text: string | null;
  readonly described: { 'aria-invalid': boolean; 'aria-describedby': string | undefined };
} {
  const { t } = useTranslation();
  const id = `${form}-${field.replaceAll('.', '-')}`;
  const problem = refusal?.command === form ? problemAt(refusal, field) : null;
  const text = problem ? t(`rules.${problem.rule}`, problem.facts ?? {}) : null;
  return {
    id,
    text,
    described: {
      'aria-invalid': text !== null,
      'aria-describedby': text === null ? undefined : `${id}-problem`,
    },
  };
}

function Problem({ id, text }: { readonly id: string; readonly text: string | null }) {
  return text === null ? null : (
    <p id={`${id}-problem`} className="vc-error">
      {text}
    </p>
  );
}

export function TextInput({
  value,
  onText,
  language,
  ...field
}: FieldProps & {
  readonly value: string;
  readonly language?: string;
  onText(text: string): void;
}): React.ReactElement {
  const { id, text, described } = useProblem(field);
  return (
    <div className="vc-field">
      <label htmlFor={id}>{field.label}</label>
      <input
        id={id}
        value={value}
        dir="auto"
        lang={language}
        {...described}
        onChange={(event: Typed) => onText(event.currentTarget.value)}
      />
      <Problem id={id} text={text} />
    </div>
  );
}

export function SelectInput({
  value,
  choices,
  none,
  onChoice,
  ...field
}: FieldProps & {
  readonly value: string;
  readonly choices: readonly ChoiceView[];
  /** What choosing nothing means; left out where something must be chosen. */
  readonly none?: string;
  onChoice(value: string): void;
}): React.ReactElement {
  const { id, text, described } = useProblem(field);
  return (
    <div className="vc-field">
      <label htmlFor={id}>{field.label}</label>
      <select
        id={id}
        value={value}
        {...described}
        onChange={(event: Chosen) => onChoice(event.currentTarget.value)}
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <Problem id={id} text={text} />
    </div>
  );
}

export function CheckInput({
  label,
  checked,
  onCheck,
}: {
  readonly label: string;
  readonly checked: boolean;
  onCheck(isOn: boolean): void;
}): React.ReactElement {
  return (
    <label className="vc-check">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event: Typed) => onCheck(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

export function SendButton({
  label,
  command,
  running,
  tone = 'main',
  onSend,
}: {
  readonly label: string;
  readonly command: string;
  readonly running: string | null;
  readonly tone?: 'main' | 'quiet' | 'danger';
  onSend(): void;
}): React.ReactElement {
  return (
    <button
      type="button"
      className={`vc-button vc-${tone}`}
      disabled={running !== null}
      aria-busy={running === command}
      onClick={onSend}
    >
      {label}
    </button>
  );
}
