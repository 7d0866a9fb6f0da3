import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import { useApi } from '../../../app/services';
import { useT } from '../../../i18n/use-t';
import { ok } from '../../../shared/api/client';
import type { SessionView, SharedDocument } from '../../../shared/api/contract';
import { ProblemText } from '../../../shared/api/ProblemText';
import { TimeText } from '../../../shared/format/Formatted';
import { DocumentIcon } from '../../../shared/ui/icons';
import { sendFile } from '../chat/send-file';

/** What can be opened as a text; the server has the last word. */
const TEXT_ENDINGS =
  '.md,.txt,.csv,.tsv,.docx,.json,.xml,.yaml,.yml,.toml,.ini,.log,.srt,.js,.mjs,.jsx,.ts,.tsx,.py,.java,.kt,.c,.h,' +
  '.cpp,.hpp,.cs,.go,.rs,.rb,.php,.swift,.lua,.r,.sh,.sql,.html,.css,.vue,.ino,.tex';

const BUTTON =
  'min-h-11 rounded-full border border-stage-line px-4 font-medium focus-visible:outline-stage-ink aria-disabled:opacity-60';

interface DocumentListProps {
  session: SessionView;
  items: readonly SharedDocument[];
  onOpen: (document: SharedDocument) => void;
}

/** The texts of the session, and the two ways to a new one. */
export function DocumentList({ session, items, onOpen }: DocumentListProps): ReactNode {
  const t = useT();
  const name = useRef<HTMLInputElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const creation = useCreation(session.id, onOpen);
  return (
    <div
      className="grid content-start gap-5 overflow-y-auto p-4"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (file) creation.mutate({ file });
      }}
    >
      <p className="text-sm text-stage-muted">{t('room:documents.about')}</p>
      {items.length > 0 && (
        <ul className="grid gap-2">
          {items.map((document) => (
            <li key={document.id}>
              <button
                type="button"
                className="flex min-h-12 w-full items-center gap-3 rounded-md bg-stage px-4 py-2 text-start focus-visible:outline-stage-ink"
                onClick={() => onOpen(document)}
              >
                <DocumentIcon className="text-lg" />
                <span className="grid min-w-0 grow">
                  <bdi className="truncate">{document.name}</bdi>
                  <span className="text-xs text-stage-muted">
                    {t(
                      document.createdBy === session.other.id
                        ? 'room:documents.byOther'
                        : 'room:documents.byYou',
                      { name: session.other.displayName },
                    )}{' '}
                    · <TimeText at={document.createdAt} style="time" />
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        className="grid gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          creation.mutate({ name: name.current?.value.trim() || t('room:documents.example') });
        }}
      >
        <label className="grid gap-1 text-sm">
          {t('room:documents.newName')}
          <input
            ref={name}
            maxLength={120}
            autoComplete="off"
            placeholder={t('room:documents.example')}
            aria-describedby="document-name-hint"
            className="own-typing min-h-11 rounded-md border border-stage-line bg-stage px-3 placeholder:text-stage-muted"
          />
        </label>
        <p id="document-name-hint" className="text-xs text-stage-muted">
          {t('room:documents.nameHint')}
        </p>
        <div className="flex flex-wrap gap-2">
          <button className={`${BUTTON} border-transparent bg-stage-accent text-stage`}>
            {t('room:documents.create')}
          </button>
          <button type="button" className={BUTTON} onClick={() => picker.current?.click()}>
            {t('room:documents.openFile')}
          </button>
        </div>
        <input
          ref={picker}
          type="file"
          hidden
          tabIndex={-1}
          aria-label={t('room:documents.openFile')}
          accept={TEXT_ENDINGS}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) creation.mutate({ file });
            target.value = '';
          }}
        />
      </form>
      <p role="status" className="text-sm empty:hidden">
        {creation.isPending && t('room:documents.opening')}
      </p>
      {creation.isError && (
        <p role="alert" className="text-sm">
          <ProblemText problem={creation.error} />
        </p>
      )}
    </div>
  );
}

type Wish = { readonly name: string } | { readonly file: File };

function useCreation(sessionId: string, onOpen: (document: SharedDocument) => void) {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (wish: Wish): Promise<SharedDocument> => {
      const clientId = crypto.randomUUID();
      const body =
        'name' in wish
          ? { clientId, name: withEnding(wish.name) }
          : { clientId, fileId: await fileIdOf(sessionId, wish.file) };
      return ok(
        api.POST('/sessions/{id}/documents', { params: { path: { id: sessionId } }, body }),
      );
    },
    onSuccess: async (document) => {
      await queryClient.invalidateQueries({ queryKey: ['documents', sessionId] });
      onOpen(document);
    },
  });
}

async function fileIdOf(sessionId: string, file: File): Promise<string> {
  const address = `/api/v1/sessions/${sessionId}/files`;
  const { id } = await sendFile(address, file, () => undefined, new AbortController().signal);
  return id;
}

/** A name without an ending is a text of words. */
function withEnding(name: string): string {
  return /\.\w{1,8}$/.test(name) ? name : `${name}.md`;
}
