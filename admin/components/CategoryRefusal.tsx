/** @jsxRuntime classic */
import { useTranslation } from 'adminjs';
import React from 'react';
import { SendButton } from './FormFields.js';
import type { FormCommands, Refusal } from './use-form-commands.js';
import type { CategoryChoices, CategoryPage, ChoiceView } from './views.js';

interface Effect {
  readonly listingId: string;
  readonly title: string;
  readonly kindOfHelp: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Why a form was not carried out; where live listings are concerned, which, and the way to do it all the same. */
export function CategoryRefusal({
  command,
  commands: { refusal, running, send },
  choices,
  input,
}: {
  readonly command: string;
  readonly commands: Pick<FormCommands<CategoryPage>, 'refusal' | 'running' | 'send'>;
  readonly choices: CategoryChoices;
  /** What would be sent again. */
  readonly input: object;
}): React.ReactElement | null {
  const { t } = useTranslation();
  if (refusal?.command !== command) return null;
  return (
    <div role="alert" className="vc-refusal">
      <p>{t(`messages.${refusal.code}`, refusal.facts)}</p>
      <Effects refusal={refusal} choices={choices} />
      {refusal.code === 'catalog.listings_concerned' ? (
        <SendButton
          command={command}
          running={running}
          tone="danger"
          label={t('category.agree')}
          onSend={() => void send(command, { ...input, isAgreed: true })}
        />
      ) : null}
    </div>
  );
}

function Effects({
  refusal,
  choices,
}: {
  readonly refusal: Refusal;
  readonly choices: CategoryChoices;
}): React.ReactElement | null {
  const { t } = useTranslation();
  const effects = (refusal.facts['effects'] ?? []) as readonly Effect[];
  if (effects.length === 0) return null;
  const named = (list: readonly ChoiceView[], value: string | null): string =>
    list.find((choice) => choice.value === value)?.label ?? t('category.noTax');
  return (
    <ul className="vc-effects">
      {effects.map((effect) => (
        <li key={effect.listingId}>
          <bdi>{effect.title}</bdi> ({named(choices.kinds, effect.kindOfHelp)}):{' '}
          {named(choices.taxCategories, effect.before)} →{' '}
          {named(choices.taxCategories, effect.after)}
        </li>
      ))}
    </ul>
  );
}
