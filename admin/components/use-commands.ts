import { ApiClient, useNotice } from 'adminjs';
import { useState } from 'react';
import { pageIn, type RecordPageProps } from './props.js';

export interface Commands<Page> {
  readonly page: Page | null;
  /** The command that is being carried out. */
  readonly running: string | null;
  /** @returns whether it was done; what was said about it is shown already */
  run(command: string, reasons: string): Promise<boolean>;
}

/** Carries out the named changes of a record and shows the record as it stands afterwards. */
export function useCommands<Page>({ record, resource }: RecordPageProps): Commands<Page> {
  const [page, setPage] = useState(() => pageIn<Page>(record.params));
  const [running, setRunning] = useState<string | null>(null);
  const addNotice = useNotice();
  const run = async (command: string, reasons: string): Promise<boolean> => {
    setRunning(command);
    try {
      const { data } = await new ApiClient().recordAction({
        resourceId: resource.id,
        recordId: record.id,
        actionName: command,
        data: { reasons },
      });
      setPage(pageIn<Page>(data.record.params) ?? page);
      if (data.notice) addNotice(data.notice);
      return data.notice?.type !== 'error';
    } catch {
      addNotice({ message: 'notDone', type: 'error' });
      return false;
    } finally {
      setRunning(null);
    }
  };
  return { page, running, run };
}
