import { ApiClient, useNotice } from 'adminjs';
import { useState } from 'react';
import { pageIn, type RecordPageProps } from './props.js';

/** Why a form was not carried out, as the server said it. */
export interface Refusal {
  readonly command: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface FormCommands<Page> {
  readonly page: Page | null;
  /** Counts what was carried out: a form that begins again from the page takes it as its key. */
  readonly done: number;
  readonly running: string | null;
  readonly refusal: Refusal | null;
  /** Whatever was typed stays where it is unless it was carried out. */
  send(command: string, input: object): Promise<void>;
}

interface Answer {
  readonly record?: { readonly params: Readonly<Record<string, unknown>> };
  readonly notice?: { readonly message: string; readonly type: 'error' | 'success' };
  readonly refusal?: Omit<Refusal, 'command'>;
  readonly recordUrl?: string;
}

/** Sends what the forms of a record's page hold, and shows the record as it stands afterwards. */
export function useFormCommands<Page>({ record, resource }: RecordPageProps): FormCommands<Page> {
  const [page, setPage] = useState(() => pageIn<Page>(record.params));
  const [done, setDone] = useState(0);
  const { running, refusal, carryOut } = useSending();
  const send = async (command: string, input: object): Promise<void> => {
    const answer = await carryOut(command, async () => {
      const { data } = await new ApiClient().recordAction({
        resourceId: resource.id,
        recordId: record.id,
        actionName: command,
        data: { input: JSON.stringify(input) },
      });
      return data as Answer;
    });
    if (!answer || answer.refusal) return;
    setPage(pageIn<Page>(answer.record?.params ?? {}) ?? page);
    setDone(done + 1);
  };
  return { page, done, running, refusal, send };
}

export interface Beginning {
  readonly running: string | null;
  readonly refusal: Refusal | null;
  /** @returns the address of what was begun; null when it was refused */
  begin(command: string, input: object): Promise<string | null>;
}

/** Sends the form that begins a new record. */
export function useBeginning(resourceId: string): Beginning {
  const { running, refusal, carryOut } = useSending();
  const begin = async (command: string, input: object): Promise<string | null> => {
    const answer = await carryOut(command, async () => {
      const { data } = await new ApiClient().resourceAction({
        resourceId,
        actionName: command,
        data: { input: JSON.stringify(input) },
      });
      return data as Answer;
    });
    return answer?.recordUrl ?? null;
  };
  return { running, refusal, begin };
}

function useSending(): {
  readonly running: string | null;
  readonly refusal: Refusal | null;
  carryOut(command: string, ask: () => Promise<Answer>): Promise<Answer | null>;
} {
  const [running, setRunning] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const addNotice = useNotice();
  const carryOut = async (command: string, ask: () => Promise<Answer>): Promise<Answer | null> => {
    setRunning(command);
    try {
      const answer = await ask();
      setRefusal(answer.refusal ? { command, ...answer.refusal } : null);
      if (answer.notice) addNotice(answer.notice);
      return answer;
    } catch {
      addNotice({ message: 'notDone', type: 'error' });
      return null;
    } finally {
      setRunning(null);
    }
  };
  return { running, refusal, carryOut };
}

interface Problem {
  readonly field: string;
  readonly rule: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** What is wrong with one field, by the refusal of its form. */
export function problemAt(refusal: Refusal | null, field: string): Problem | null {
  const problems = (refusal?.facts['problems'] ?? []) as readonly Problem[];
  return problems.find((problem) => problem.field === field) ?? null;
}
