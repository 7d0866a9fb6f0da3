/** @jsxRuntime classic */
import { useTranslation } from 'adminjs';
import React, { type ChangeEvent, useRef, useState } from 'react';

export interface Choice {
  readonly command: string;
  readonly tone: 'main' | 'quiet' | 'danger';
  readonly needsReasons: boolean;
}

type Typed = ChangeEvent<HTMLTextAreaElement & { readonly value: string }>;
type Focusable = HTMLTextAreaElement & { focus(): void };

/** The reasons and the decisions; whoever is not approved reads the reasons as they were typed. */
export function DecisionForm({
  texts,
  choices,
  running,
  run,
}: {
  /** Where the labels are, e.g. `application.decide`. */
  readonly texts: string;
  readonly choices: readonly Choice[];
  readonly running: string | null;
  run(command: string, reasons: string): Promise<boolean>;
}): React.ReactElement {
  const { t } = useTranslation();
  const [reasons, setReasons] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const field = useRef<Focusable>(null);
  const choose = async ({ command, needsReasons }: Choice): Promise<void> => {
    const isMissing = needsReasons && reasons.trim() === '';
    setIsAsking(isMissing);
    if (isMissing) field.current?.focus();
    else if (await run(command, reasons)) setReasons('');
  };
  return (
    <div className="vc-decide">
      <label htmlFor="reasons">{t(`${texts}.reasons`)}</label>
      <textarea
        id="reasons"
        ref={field}
        rows={5}
        dir="auto"
        value={reasons}
        aria-invalid={isAsking}
        aria-describedby="reasons-hint"
        onChange={(event: Typed) => {
          setReasons(event.currentTarget.value);
          setIsAsking(false);
        }}
      />
      <p
        id="reasons-hint"
        className={isAsking ? 'vc-error' : 'vc-hint'}
        role={isAsking ? 'alert' : undefined}
      >
        {t(isAsking ? `${texts}.reasonsMissing` : `${texts}.reasonsHint`)}
      </p>
      <div className="vc-buttons">
        {choices.map((choice) => (
          <button
            key={choice.command}
            type="button"
            className={`vc-button vc-${choice.tone}`}
            disabled={running !== null}
            aria-busy={running === choice.command}
            onClick={() => void choose(choice)}
          >
            {t(`${texts}.${choice.command}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
