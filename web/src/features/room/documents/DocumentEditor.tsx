import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useApi } from '../../../app/services';
import { useT } from '../../../i18n/use-t';
import { ok } from '../../../shared/api/client';
import type { SessionView, SharedDocument } from '../../../shared/api/contract';
import { ProblemText } from '../../../shared/api/ProblemText';
import { DocumentHistory } from './DocumentHistory';
import { DocumentSync } from './editor/document-sync';
import { openEditor, type OpenEditor } from './editor/open-editor';

const TOOL =
  'inline-flex min-h-11 items-center rounded-full border border-stage-line px-3 text-sm focus-visible:outline-stage-ink aria-pressed:bg-stage-accent aria-pressed:text-stage';

interface DocumentEditorProps {
  session: SessionView;
  document: SharedDocument;
}

/** One text, written by both at once. */
export function DocumentEditor({ session, document }: DocumentEditorProps): ReactNode {
  const t = useT();
  const hintId = useId();
  const { sync, box, isTooLong } = useEditor(session, document, hintId);
  const view = useSyncExternalStore(sync.subscribe, sync.current);
  const [isHistoryOpen, setIsHistoryOpen] = useState(false);
  const isAuthor = document.createdBy !== session.other.id;
  const isReadOnly =
    view.document === null ||
    view.isOver ||
    view.state === 'refused' ||
    (document.writers === 'author' && !isAuthor);
  const { editor } = box;
  useEffect(() => editor.current?.setReadOnly(isReadOnly), [editor, isReadOnly]);
  return (
    <div className="grid min-h-0 grid-rows-[auto_minmax(0,1fr)]">
      <div className="grid gap-2 px-4 pb-2">
        <p role="status" data-testid="document-state" className="text-xs text-stage-muted">
          {isReadOnly && view.state === 'kept'
            ? t('room:documents.state.readOnly')
            : t(`room:documents.state.${view.state}`)}
        </p>
        {view.problem !== null && (
          <p role="alert" className="text-sm">
            <ProblemText problem={view.problem} /> {t('room:documents.copyFirst')}
          </p>
        )}
        {isTooLong && (
          <p role="alert" className="text-sm">
            {t('room:documents.tooLong')}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          {!isReadOnly && <SaveVersion session={session} document={document} />}
          <button
            type="button"
            className={TOOL}
            aria-pressed={isHistoryOpen}
            onClick={() => setIsHistoryOpen((before) => !before)}
          >
            {t('room:documents.history')}
          </button>
          <a
            className={TOOL}
            download
            href={`/api/v1/sessions/${session.id}/documents/${document.id}/file`}
          >
            {t('room:documents.download')}
          </a>
          {isAuthor && !view.isOver && <Writers session={session} document={document} />}
        </div>
        <p id={hintId} className="sr-only">
          {t('room:documents.keys')}
        </p>
      </div>
      <div className="relative min-h-0">
        <div ref={box.parent} data-testid="document-editor" className="absolute inset-0" />
        {isHistoryOpen && (
          <DocumentHistory
            session={session}
            document={document}
            canRestore={!isReadOnly}
            onRestored={() => setIsHistoryOpen(false)}
          />
        )}
      </div>
    </div>
  );
}

function useEditor(session: SessionView, document: SharedDocument, hintId: string) {
  const t = useT();
  const parent = useRef<HTMLDivElement>(null);
  const editor = useRef<OpenEditor | null>(null);
  const [sync] = useState(() => new DocumentSync(session.id, document.id));
  const [isTooLong, setIsTooLong] = useState(false);
  const { id: documentId, name: fileName } = document;
  const { id: sessionId, other } = session;
  const label = t('room:documents.textOf', { name: fileName });
  useEffect(() => {
    if (parent.current === null) return;
    sync.start();
    const opened = openEditor(sync, {
      parent: parent.current,
      fileName,
      sessionId,
      documentId,
      otherId: other.id,
      words: { label, hintId, otherName: other.displayName },
      onTooLong: () => setIsTooLong(true),
    });
    editor.current = opened;
    return () => {
      opened.close();
      sync.stop();
    };
  }, [sync, sessionId, documentId, fileName, other.id, other.displayName, label, hintId]);
  return { sync, box: { parent, editor }, isTooLong };
}

function SaveVersion({ session, document }: DocumentEditorProps): ReactNode {
  const t = useT();
  const api = useApi();
  const path = { id: session.id, documentId: document.id };
  const [name, setName] = useState('');
  const saving = useMutation({
    mutationFn: () =>
      ok(
        api.POST('/sessions/{id}/documents/{documentId}/versions', {
          params: { path },
          body: { name },
        }),
      ),
    onSuccess: () => setName(''),
  });
  return (
    <form
      className="flex min-w-0 grow gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate();
      }}
    >
      <input
        aria-label={t('room:documents.versionName')}
        placeholder={t('room:documents.versionName')}
        value={name}
        maxLength={100}
        autoComplete="off"
        onChange={({ target }) => setName(target.value)}
        className="own-typing min-h-11 w-28 min-w-0 grow rounded-full border border-stage-line bg-stage px-3 text-sm placeholder:text-stage-muted"
      />
      <button className={TOOL} aria-disabled={saving.isPending}>
        {t('room:documents.save')}
      </button>
      <span role="status" className="self-center text-xs empty:hidden">
        {saving.isSuccess && t('room:documents.saved')}
        {saving.isError && <ProblemText problem={saving.error} />}
      </span>
    </form>
  );
}

/** Who may write; the server keeps to it. */
function Writers({ session, document }: DocumentEditorProps): ReactNode {
  const t = useT();
  const api = useApi();
  const isAlone = document.writers === 'author';
  const change = useMutation({
    mutationFn: () =>
      ok(
        api.PATCH('/sessions/{id}/documents/{documentId}', {
          params: { path: { id: session.id, documentId: document.id } },
          body: { writers: isAlone ? 'both' : 'author' },
        }),
      ),
  });
  return (
    <button
      type="button"
      className={TOOL}
      aria-pressed={isAlone}
      aria-disabled={change.isPending}
      onClick={() => change.mutate()}
    >
      {t('room:documents.onlyMe')}
    </button>
  );
}
