import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../../app/services';
import { ApiProblem } from '../../../shared/api/api-problem';
import { ok } from '../../../shared/api/client';
import type { SentFile } from '../../../shared/api/contract';
import { sendFile } from './send-file';

export const FILES_PER_MESSAGE_MAX = 10;

/** A file on its way to the server, for the message that is being written. */
export interface OutgoingFile {
  readonly key: string;
  readonly file: File;
  /** From 0 to 1. */
  readonly part: number;
  /** Null until the server has it. */
  readonly sent: SentFile | null;
  readonly problem: unknown;
}

export interface OutgoingFiles {
  readonly files: readonly OutgoingFile[];
  /** For the picker of the browser. */
  readonly accept: string;
  readonly isSending: boolean;
  readonly add: (files: Iterable<File>) => void;
  readonly sendAgain: (file: OutgoingFile) => void;
  readonly remove: (key: string) => void;
  readonly clear: () => void;
}

const cancels = new Map<string, AbortController>();

/** Files that were picked, dropped or pasted; each is sent at once, so that the message itself need not wait. */
export function useOutgoingFiles(sessionId: string): OutgoingFiles {
  const api = useApi();
  const [files, setFiles] = useState<readonly OutgoingFile[]>([]);
  const { data: limits } = useQuery({
    queryKey: ['file-limits', sessionId],
    queryFn: () =>
      ok(api.GET('/sessions/{id}/file-limits', { params: { path: { id: sessionId } } })),
    staleTime: Infinity,
  });
  const change = (key: string, next: Partial<OutgoingFile>) =>
    setFiles((before) => before.map((each) => (each.key === key ? { ...each, ...next } : each)));
  const start = async ({ key, file }: OutgoingFile) => {
    if (limits && file.size > limits.bytesMax) {
      const mb = Math.floor(limits.bytesMax / 1024 / 1024);
      return change(key, { problem: new ApiProblem(413, 'files.too_large', { mb }) });
    }
    const cancel = new AbortController();
    cancels.set(key, cancel);
    try {
      const address = `/api/v1/sessions/${sessionId}/files`;
      const { id, contentType, sizeBytes } = await sendFile(
        address,
        file,
        (part) => change(key, { part }),
        cancel.signal,
      );
      change(key, { part: 1, sent: { id, contentType, sizeBytes, fileName: file.name } });
    } catch (problem) {
      change(key, { problem });
    } finally {
      cancels.delete(key);
    }
  };
  return {
    files,
    accept: limits?.extensions.map((extension) => `.${extension}`).join(',') ?? '',
    isSending: files.some(({ sent, problem }) => sent === null && problem === null),
    add: (picked) => {
      const room = FILES_PER_MESSAGE_MAX - files.length;
      const added = [...picked].slice(0, room).map((file) => ({
        key: crypto.randomUUID(),
        file,
        part: 0,
        sent: null,
        problem: null,
      }));
      setFiles((before) => [...before, ...added]);
      for (const each of added) void start(each);
    },
    sendAgain: (file) => {
      change(file.key, { problem: null, part: 0 });
      void start(file);
    },
    remove: (key) => {
      cancels.get(key)?.abort();
      setFiles((before) => before.filter((each) => each.key !== key));
    },
    clear: () => setFiles([]),
  };
}
