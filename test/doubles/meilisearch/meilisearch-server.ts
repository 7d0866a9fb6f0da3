import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { BadRequest, type SearchBody, StoredIndex } from './stored-index.js';

/** How long the server lets a task wait, so that nobody can rely on writes being there at once. */
const TASK_MS = 15;

interface Task {
  readonly uid: number;
  readonly indexUid: string | null;
  readonly type: string;
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed';
  error: object | null;
  readonly enqueuedAt: string;
}

export interface MeilisearchDouble {
  readonly url: string;
  readonly key: string;
  /** Names of its indexes. */
  indexes(): string[];
  /** Stops answering, as a server that was switched off; what it knows stays. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Speaks the part of Meilisearch's HTTP protocol that the official client uses for us: indexes, settings,
 * documents, tasks that are done later, swaps, searches, its error bodies and its key.
 *
 * @source https://www.meilisearch.com/docs/reference/api/overview
 */
export async function startMeilisearchDouble(): Promise<MeilisearchDouble> {
  const double = new Double();
  await double.listen(0);
  return double;
}

interface FetchBody {
  readonly filter?: string;
  readonly limit?: number;
  readonly ids?: readonly string[];
}

class Double implements MeilisearchDouble {
  readonly key = 'a-master-key-for-tests';
  private readonly stored = new Map<string, StoredIndex>();
  private readonly tasks: Task[] = [];
  private work: Promise<void> = Promise.resolve();
  private server: Server | null = null;
  private port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  indexes(): string[] {
    return [...this.stored.keys()];
  }

  async listen(port: number): Promise<void> {
    const server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const address = server.address();
    this.port = typeof address === 'object' && address !== null ? address.port : port;
    this.server = server;
  }

  async goDown(): Promise<void> {
    const { server } = this;
    this.server = null;
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve) ?? resolve(undefined));
  }

  comeBack(): Promise<void> {
    return this.listen(this.port);
  }

  close(): Promise<void> {
    return this.goDown();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let status = 200;
    let body: unknown;
    try {
      if (request.headers.authorization !== `Bearer ${this.key}` && request.url !== '/health')
        throw new BadRequest('invalid_api_key', 'The provided API key is invalid.');
      const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
      [status, body] = this.route(
        `${request.method} ${pathname}`,
        searchParams,
        await jsonOf(request),
      );
    } catch (error) {
      [status, body] = errorAnswer(error);
    }
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  }

  private route(call: string, query: URLSearchParams, body: unknown): [number, unknown] {
    const on = (pattern: RegExp): string[] | null => pattern.exec(call)?.slice(1) ?? null;
    if (on(/^GET \/health$/)) return [200, { status: 'available' }];
    if (on(/^GET \/indexes$/)) return [200, this.list()];
    if (on(/^POST \/indexes$/)) return this.accept('indexCreation', () => this.create(body));
    if (on(/^POST \/swap-indexes$/)) return this.accept('indexSwap', () => this.swap(body));
    if (on(/^POST \/multi-search$/)) return [200, this.multiSearch(body)];
    const task = on(/^GET \/tasks\/(\d+)$/);
    if (task) return [200, this.tasks[Number(task[0])]];
    const [uid = '', rest = ''] = on(/^\w+ \/indexes\/([\w-]+)(.*)$/) ?? [];
    return this.routeIndex(uid, `${call.split(' ')[0]} ${rest}`, query, body);
  }

  private routeIndex(
    uid: string,
    call: string,
    query: URLSearchParams,
    body: unknown,
  ): [number, unknown] {
    const documents = body as Record<string, unknown>[];
    switch (call) {
      case 'DELETE ':
        return this.accept('indexDeletion', () => void this.stored.delete(this.named(uid)), uid);
      case 'PATCH /settings':
        return this.accept(
          'settingsUpdate',
          () => this.index(uid).configure(body as Record<string, unknown>),
          uid,
        );
      case 'POST /documents':
        return this.accept(
          'documentAdditionOrUpdate',
          () => this.index(uid).write(documents, false),
          uid,
        );
      case 'PUT /documents':
        return this.accept(
          'documentAdditionOrUpdate',
          () => this.index(uid).write(documents, true),
          uid,
        );
      case 'POST /documents/fetch': {
        const { filter, limit = 20, ids } = body as FetchBody;
        return [200, { ...this.index(uid).fetch(filter, limit, ids), offset: 0, limit }];
      }
      case 'GET /documents':
        return [
          200,
          { ...this.index(uid).fetch(undefined, Number(query.get('limit') ?? 20)), offset: 0 },
        ];
    }
    const deleted = /^DELETE \/documents\/([\w-]+)$/.exec(call)?.[1];
    if (deleted !== undefined)
      return this.accept('documentDeletion', () => this.index(uid).delete(deleted), uid);
    throw new BadRequest('not_found', `The double does not speak ${call}`);
  }

  private list(): object {
    const results = [...this.stored].map(([uid, { createdAt, primaryKey }]) => ({
      uid,
      createdAt,
      updatedAt: createdAt,
      primaryKey,
    }));
    return { results, offset: 0, limit: 1000, total: results.length };
  }

  private create(body: unknown): void {
    const { uid, primaryKey } = body as { uid: string; primaryKey: string };
    if (this.stored.has(uid))
      throw new BadRequest('index_already_exists', `Index \`${uid}\` already exists.`);
    this.stored.set(uid, new StoredIndex(primaryKey));
  }

  private swap(body: unknown): void {
    for (const { indexes } of body as { indexes: [string, string] }[]) {
      const [one, other] = [this.index(indexes[0]), this.index(indexes[1])];
      this.stored.set(indexes[0], other);
      this.stored.set(indexes[1], one);
    }
  }

  private multiSearch(body: unknown): object {
    const { queries } = body as { queries: (SearchBody & { indexUid: string })[] };
    return {
      results: queries.map((query) => ({
        indexUid: query.indexUid,
        ...this.index(query.indexUid).search(query),
      })),
    };
  }

  private named(uid: string): string {
    this.index(uid);
    return uid;
  }

  private index(uid: string): StoredIndex {
    const index = this.stored.get(uid);
    if (!index) throw new BadRequest('index_not_found', `Index \`${uid}\` not found.`);
    return index;
  }

  /** Takes a task on; it is done later, after those before it. */
  private accept(type: string, work: () => void, indexUid: string | null = null): [number, object] {
    const task: Task = {
      uid: this.tasks.length,
      indexUid,
      type,
      status: 'enqueued',
      error: null,
      enqueuedAt: new Date().toISOString(),
    };
    this.tasks.push(task);
    this.work = this.work.then(() => sleep(TASK_MS)).then(() => carryOut(task, work));
    return [
      202,
      { taskUid: task.uid, indexUid, type, status: 'enqueued', enqueuedAt: task.enqueuedAt },
    ];
  }
}

function carryOut(task: Task, work: () => void): void {
  try {
    work();
    task.status = 'succeeded';
  } catch (error) {
    task.status = 'failed';
    task.error = errorAnswer(error)[1];
  }
}

function errorAnswer(error: unknown): [number, object] {
  const code = error instanceof BadRequest ? error.code : 'internal';
  const status =
    { index_not_found: 404, not_found: 404, invalid_api_key: 403, internal: 500 }[code] ?? 400;
  const message = error instanceof Error ? error.message : 'unknown';
  const link = `https://docs.meilisearch.com/errors#${code}`;
  return [status, { message, code, type: status === 403 ? 'auth' : 'invalid_request', link }];
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? null : (JSON.parse(text) as unknown);
}
