import { useEffect } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

/**
 * Keeps what was typed across a reload or a detour through sign-in, in this tab only. Never used for
 * cards or passwords: the caller names the fields that are kept.
 */
export function useDraft<Values extends FieldValues>(
  key: string,
  form: UseFormReturn<Values>,
  fields: readonly (keyof Values & string)[],
): void {
  const storageKey = `visavis.draft.${key}`;
  useEffect(() => {
    const subscription = form.watch((values) => {
      const kept = Object.fromEntries(fields.map((field) => [field, values[field]]));
      sessionStorage.setItem(storageKey, JSON.stringify(kept));
    });
    return () => subscription.unsubscribe();
  }, [form, storageKey, fields]);
}

/** It has arrived: nothing of it is kept any longer. */
export function clearDraft(key: string): void {
  sessionStorage.removeItem(`visavis.draft.${key}`);
}

/** What was typed before, or nothing. */
export function readDraft<Values>(key: string): Partial<Values> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(`visavis.draft.${key}`) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}
