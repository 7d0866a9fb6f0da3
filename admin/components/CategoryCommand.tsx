/** @jsxRuntime classic */
import React from 'react';
import { Card } from './Card.js';
import { CategoryRefusal } from './CategoryRefusal.js';
import { SendButton } from './FormFields.js';
import type { FormCommands } from './use-form-commands.js';
import type { CategoryPage } from './views.js';

export interface CategoryFormProps {
  readonly page: CategoryPage;
  readonly commands: FormCommands<CategoryPage>;
}

/** One thing that can be done to a category: what it is, why it was not done, its fields and its button. */
export function CategoryCommand({
  page,
  commands,
  command,
  title,
  label,
  tone,
  input,
  isReady = true,
  children,
}: CategoryFormProps & {
  readonly command: string;
  readonly title: string;
  /** Of the button. */
  readonly label: string;
  readonly tone?: 'danger' | 'quiet';
  /** What is sent. */
  readonly input: object;
  readonly isReady?: boolean;
  readonly children: React.ReactNode;
}): React.ReactElement {
  return (
    <Card title={title}>
      <CategoryRefusal command={command} commands={commands} choices={page.choices} input={input} />
      {children}
      <SendButton
        command={command}
        running={commands.running}
        label={label}
        {...(tone && { tone })}
        onSend={() => void (isReady && commands.send(command, input))}
      />
    </Card>
  );
}
