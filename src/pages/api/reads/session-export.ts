import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import type { TFunction } from 'i18next';
import { ZipFile } from 'yazl';
import { AccountsFacade } from '../../../modules/accounts/index.js';
import {
  type HistoryItem,
  SessionHistoryFacade,
  SessionsFacade,
  type SessionView,
} from '../../../modules/sessions/index.js';
import type { Principal } from '../../../platform/http/principal.js';
import { isLanguage } from '../../../platform/i18n/languages.js';
import { Translator } from '../../../platform/i18n/translator.js';
import { Logger } from '../../../platform/logging/logger.js';
import { safeFileName } from '../../../platform/storage/file-kinds.js';
import { LocalTimes } from '../../../platform/time/local-times.js';
import { stillDrawing } from './still-drawing.js';
import {
  type Transcript,
  type TranscriptLine,
  transcriptPage,
  transcriptText,
} from './transcript.js';

type Paths = ReadonlyMap<string, { readonly name: string; readonly path: string }>;

/** Everything that is left of a session as one zip file, in the language of whoever takes it home. */
@Injectable()
export class SessionExport {
  constructor(
    private readonly history: SessionHistoryFacade,
    private readonly sessions: SessionsFacade,
    private readonly accounts: AccountsFacade,
    private readonly translator: Translator,
    private readonly times: LocalTimes,
    private readonly logger: Logger,
  ) {}

  /** Files are read while they are sent, one after the other. @throws NotFoundError also for a person who is not part of it */
  async zip(id: string, { accountId, locale }: Principal): Promise<Readable> {
    const session = await this.sessions.session(id, accountId);
    const items = await this.history.of(id, accountId);
    const paths = pathsOf(items);
    const zip = new ZipFile();
    const output = zip.outputStream as Readable;
    // What cannot be read in the middle ends the answer, so that half a file is not taken for a whole one.
    zip.on('error', (error: unknown) => {
      this.logger.error('an export ended early', error);
      output.destroy(error instanceof Error ? error : new Error('the export failed'));
    });
    const transcript = await this.transcript(session, items, paths, accountId, locale);
    addText(zip, 'timeline.html', transcriptPage(transcript));
    addText(zip, 'timeline.txt', transcriptText(transcript));
    addText(zip, 'timeline.json', `${JSON.stringify({ session, items }, null, 2)}\n`);
    for (const item of items) await this.addItem(zip, item, paths, session, accountId);
    const names = new Set<string>();
    for await (const { name, bytes } of this.history.documentFiles(id, accountId))
      zip.addBuffer(Buffer.from(bytes), `documents/${unusedName(names, name)}`);
    await this.history.noteExport(id, accountId, items.length);
    zip.end();
    return output;
  }

  private async addItem(
    zip: ZipFile,
    item: HistoryItem,
    paths: Paths,
    { learnerId }: SessionView,
    personId: string,
  ): Promise<void> {
    if (item.kind === 'message')
      for (const { id } of item.message.files) {
        const path = paths.get(id)?.path ?? id;
        zip.addReadStreamLazy(path, (give) => {
          this.history.file(id, personId).then(
            ({ file }) => give(null, file.stream()),
            (error: unknown) => give(error, null as never),
          );
        });
      }
    if (item.kind !== 'still') return;
    const { file } = await this.history.file(item.still.fileId, personId);
    const picture = { contentType: file.contentType, bytes: await buffer(file.stream()) };
    addText(
      zip,
      paths.get(item.still.id)?.path ?? item.still.id,
      stillDrawing(item.still, picture, learnerId),
    );
  }

  private async transcript(
    session: SessionView,
    items: readonly HistoryItem[],
    paths: Paths,
    personId: string,
    locale: string,
  ): Promise<Transcript> {
    const t = await this.translator.for(locale);
    const language = isLanguage(locale) ? locale : 'en';
    const [learner, expert] = await Promise.all(
      [session.learnerId, session.expertId].map((each) => this.accounts.person(each)),
    );
    const people = [learner, expert].flatMap((each) => each ?? []);
    const nameOf = (id: string | null): string | null =>
      people.find((person) => person.id === id)?.displayName ?? null;
    const { timeZone } = people.find(({ id }) => id === personId) ?? { timeZone: 'UTC' };
    return {
      title: session.listingTitle,
      lead: t('sessions:export.lead', {
        learner: learner?.displayName ?? '',
        expert: expert?.displayName ?? '',
      }),
      language,
      lines: items.map((item) => ({
        at: this.times.format(item.at, timeZone, language),
        who: 'by' in item ? nameOf(item.by) : null,
        ...contentOf(item, paths, t),
      })),
    };
  }
}

type Content = Pick<TranscriptLine, 'what' | 'words' | 'files'>;

function contentOf(item: HistoryItem, paths: Paths, t: TFunction): Content {
  const plain = { words: '', files: [] };
  switch (item.kind) {
    case 'came':
      return { ...plain, what: t('sessions:export.came') };
    case 'left':
      return { ...plain, what: t('sessions:export.left') };
    case 'meter':
      return { ...plain, what: t(`sessions:export.meter.${item.meter}`) };
    case 'message':
      return {
        what: t('sessions:export.message'),
        words: item.message.text,
        files: item.message.files.flatMap(({ id }) => paths.get(id) ?? []),
      };
    case 'still': {
      const path = paths.get(item.still.id);
      return { ...plain, what: t('sessions:export.still'), files: path ? [path] : [] };
    }
    case 'document':
      return { ...plain, what: t('sessions:export.document'), words: item.document.name };
    case 'version':
      return {
        ...plain,
        what: t('sessions:export.version', { number: item.version.number }),
        words: [item.document.name, item.version.name].filter(Boolean).join(' · '),
      };
  }
}

/** Where each file lies in the zip file: numbered, so that two of one name are two. */
function pathsOf(items: readonly HistoryItem[]): Paths {
  const paths = new Map<string, { name: string; path: string }>();
  for (const item of items) {
    const number = paths.size + 1;
    if (item.kind === 'still')
      paths.set(item.still.id, { name: `${number}.svg`, path: `stills/${number}.svg` });
    if (item.kind !== 'message') continue;
    for (const { id, fileName } of item.message.files) {
      const name = safeFileName(fileName);
      paths.set(id, { name, path: `files/${paths.size + 1}-${name}` });
    }
  }
  return paths;
}

function unusedName(names: Set<string>, wanted: string): string {
  let name = safeFileName(wanted);
  for (let count = 2; names.has(name); count += 1) name = `${count}-${safeFileName(wanted)}`;
  names.add(name);
  return name;
}

function addText(zip: ZipFile, path: string, text: string): void {
  zip.addBuffer(Buffer.from(text), path);
}
