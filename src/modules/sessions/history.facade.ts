import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { type NamedFile, Uploads } from '../../platform/storage/uploads.js';
import { AttendanceLog } from './application/attendance-log.js';
import { type DocumentFile, DocumentFiles } from './application/document-files.js';
import { DocumentVersions } from './application/document-versions.js';
import type { DocumentView, VersionView } from './application/document-views.js';
import { Documents } from './application/documents.js';
import { LiveDocuments } from './application/live-documents.js';
import type { MessageView } from './application/messages.js';
import type { StillView } from './application/stills.js';
import { comingsAndGoings } from './domain/comings-and-goings.js';
import type { MeterEntryKind } from './domain/meter.js';
import { SessionsFacade } from './sessions.facade.js';

/** One moment of a session; instants are RFC 3339 in UTC. */
export type HistoryItem =
  | { readonly kind: 'came' | 'left'; readonly at: string; readonly by: string }
  | {
      readonly kind: 'meter';
      readonly at: string;
      readonly meter: MeterEntryKind;
      readonly reason: string;
    }
  | {
      readonly kind: 'message';
      readonly at: string;
      readonly by: string;
      readonly message: MessageView;
    }
  | { readonly kind: 'still'; readonly at: string; readonly by: string; readonly still: StillView }
  | {
      readonly kind: 'document';
      readonly at: string;
      readonly by: string;
      readonly document: DocumentView;
    }
  | {
      readonly kind: 'version';
      readonly at: string;
      /** Null for the one that was saved when the session ended. */
      readonly by: string | null;
      readonly document: DocumentView;
      readonly version: VersionView;
    };

/** What is left of a session, for its two people alone, during and after it. Recordings have a face of their own. */
@Injectable()
export class SessionHistoryFacade {
  constructor(
    private readonly sessions: SessionsFacade,
    private readonly attendance: AttendanceLog,
    private readonly documents: Documents,
    private readonly versions: DocumentVersions,
    private readonly live: LiveDocuments,
    private readonly files: DocumentFiles,
    private readonly uploads: Uploads,
    private readonly audit: Audit,
  ) {}

  /** Oldest first. @throws NotFoundError also for a person who is not part of it */
  async of(id: string, personId: string): Promise<HistoryItem[]> {
    const [{ entries }, messages, stills] = await Promise.all([
      this.sessions.meterLog(id, personId),
      this.sessions.messagesOf(id, personId),
      this.sessions.stillsOf(id, personId),
    ]);
    const attended = (await this.attendance.of(id)).map(({ at, ...note }) => ({
      ...note,
      atMs: at.epochMilliseconds,
    }));
    const items: HistoryItem[] = [
      ...entries.map(({ kind, atMs, reason }) => ({
        kind: 'meter' as const,
        at: isoOf(atMs),
        meter: kind,
        // The first line of the log is a commitment and no reason.
        reason: kind === 'opened' ? '' : reason,
      })),
      ...comingsAndGoings(attended).map(({ personId: by, hasCome, atMs }) => ({
        kind: hasCome ? ('came' as const) : ('left' as const),
        at: isoOf(atMs),
        by,
      })),
      ...messages.map((message) => ({
        kind: 'message' as const,
        at: message.sentAt,
        by: message.from,
        message,
      })),
      ...stills.map((still) => ({
        kind: 'still' as const,
        at: still.frozenAt,
        by: still.frozenBy,
        still,
      })),
      ...(await this.ofDocuments(id)),
    ];
    return items.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  }

  /** Each document as it is now, as a file of the kind it was opened from. @throws NotFoundError */
  async *documentFiles(id: string, personId: string): AsyncGenerator<DocumentFile> {
    await this.sessions.session(id, personId);
    for (const { id: documentId, name, format } of await this.documents.of(id))
      yield this.files.write(name, format, await this.live.textOf(documentId));
  }

  /** A file of the chat or a frozen picture. @throws NotFoundError for everybody who may not read it */
  file(fileId: string, personId: string): Promise<NamedFile> {
    return this.uploads.read(fileId, personId);
  }

  /** That everything was taken home is written down. */
  async noteExport(id: string, personId: string, items: number): Promise<void> {
    await this.audit.record({
      actorId: personId,
      action: 'sessions.session.export',
      subjectKind: 'session',
      subjectId: id,
      facts: { items },
    });
  }

  private async ofDocuments(sessionId: string): Promise<HistoryItem[]> {
    const documents = await this.documents.of(sessionId);
    const items = await Promise.all(
      documents.map(async (document): Promise<HistoryItem[]> => {
        const versions = await this.versions.of(document.id);
        const opened = {
          kind: 'document' as const,
          at: document.createdAt,
          by: document.createdBy,
          document,
        };
        return [
          opened,
          ...versions.map((version) => ({
            kind: 'version' as const,
            at: version.savedAt,
            by: version.savedBy,
            document,
            version,
          })),
        ];
      }),
    );
    return items.flat();
  }
}

function isoOf(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
