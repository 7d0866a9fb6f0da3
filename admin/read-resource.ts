import {
  type ActionContext,
  BaseProperty,
  BaseRecord,
  BaseResource,
  type Filter,
  type ParamsType,
} from 'adminjs';
import type { Role } from '../src/modules/accounts/index.js';
import { DomainError } from '../src/shared/domain-error.js';
import { holdsOneOf, type Staff, staffOf } from './staff.js';

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>> & { readonly id: string };

export interface Column {
  readonly path: string;
  readonly type?: 'string' | 'datetime' | 'number' | 'boolean' | 'textarea';
  /** The closed list of values a filter offers. */
  readonly values?: readonly string[];
  readonly isSortable?: boolean;
}

export interface PageOfRows {
  readonly items: readonly Row[];
  readonly total: number;
}

export interface ReadQuery {
  readonly offset: number;
  readonly limit: number;
  /** Exact value, or part of a text, by column; what it means is the read model's business. */
  readonly filters: Readonly<Record<string, string>>;
  readonly sort: { readonly by: string; readonly direction: 'asc' | 'desc' } | null;
}

/** A list that staff may read, filled by functions of a face. */
export interface ReadModel {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly columns: readonly Column[];
  list(query: ReadQuery, staff: Staff): Promise<PageOfRows>;
  /** @returns null when there is none */
  byId(id: string, staff: Staff): Promise<Row | null>;
}

/**
 * Shows a read model in AdminJS and refuses every change: what changes something is an action that
 * calls a face. Whoever lacks the role reads nothing, whatever route asked.
 */
export class ReadResource extends BaseResource {
  private readonly known: ReadonlyMap<string, ColumnProperty>;

  constructor(private readonly model: ReadModel) {
    super();
    this.known = new Map(
      model.columns.map((column, position) => [column.path, new ColumnProperty(column, position)]),
    );
  }

  override databaseName(): string {
    return 'visavis';
  }

  override id(): string {
    return this.model.id;
  }

  override properties(): BaseProperty[] {
    return [...this.known.values()];
  }

  override property(path: string): BaseProperty | null {
    return this.known.get(path) ?? null;
  }

  override async count(filter: Filter, context?: ActionContext): Promise<number> {
    const staff = this.readerOf(context);
    if (!staff) return 0;
    const query = { offset: 0, limit: 1, filters: filtersOf(filter), sort: null };
    return (await this.model.list(query, staff)).total;
  }

  override async find(
    filter: Filter,
    options: {
      limit?: number;
      offset?: number;
      sort?: { sortBy?: string; direction?: 'asc' | 'desc' };
    },
    context?: ActionContext,
  ): Promise<BaseRecord[]> {
    const staff = this.readerOf(context);
    if (!staff) return [];
    const page = await this.model.list(
      {
        offset: options.offset ?? 0,
        limit: options.limit ?? 20,
        filters: filtersOf(filter),
        sort: this.sortOf(options.sort),
      },
      staff,
    );
    return page.items.map((row) => this.recordOf(row));
  }

  override async findOne(id: string, context?: ActionContext): Promise<BaseRecord | null> {
    const staff = this.readerOf(context);
    if (!staff) return null;
    try {
      const row = await this.model.byId(id, staff);
      return row ? this.recordOf(row) : null;
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'missing') return null;
      throw error;
    }
  }

  override async findMany(
    ids: (string | number)[],
    context?: ActionContext,
  ): Promise<BaseRecord[]> {
    const found = await Promise.all(ids.map((id) => this.findOne(String(id), context)));
    return found.filter((record) => record !== null);
  }

  override create(): Promise<ParamsType> {
    return Promise.reject(new ReadOnlyError(this.model.id));
  }

  override update(): Promise<ParamsType> {
    return Promise.reject(new ReadOnlyError(this.model.id));
  }

  override delete(): Promise<void> {
    return Promise.reject(new ReadOnlyError(this.model.id));
  }

  private readerOf(context: ActionContext | undefined): Staff | null {
    const staff = staffOf(context?.currentAdmin);
    return staff && holdsOneOf(staff, this.model.roles) ? staff : null;
  }

  private sortOf(sort?: { sortBy?: string; direction?: 'asc' | 'desc' }): ReadQuery['sort'] {
    const column = this.model.columns.find((candidate) => candidate.path === sort?.sortBy);
    return column?.isSortable ? { by: column.path, direction: sort?.direction ?? 'asc' } : null;
  }

  private recordOf(row: Row): BaseRecord {
    return new BaseRecord({ ...row }, this);
  }
}

/** Somebody tried to change through the table what only a named action may change. */
export class ReadOnlyError extends DomainError {
  constructor(resource: string) {
    super('forbidden', 'console.read_only', `${resource} is changed by its actions only`);
  }
}

class ColumnProperty extends BaseProperty {
  constructor(
    private readonly column: Column,
    position: number,
  ) {
    super({
      path: column.path,
      type: column.type ?? 'string',
      isId: column.path === 'id',
      isSortable: column.isSortable ?? false,
      position,
    });
  }

  override isEditable(): boolean {
    return false;
  }

  override availableValues(): string[] | null {
    return this.column.values ? [...this.column.values] : null;
  }
}

function filtersOf(filter: Filter): Record<string, string> {
  return Object.fromEntries(
    Object.values(filter.filters).flatMap(({ path, value }) =>
      typeof value === 'string' && value !== '' ? [[path, value]] : [],
    ),
  );
}

/** Sorts and pages a list that is small enough to be read whole. */
export function pageOf(rows: readonly Row[], query: ReadQuery): PageOfRows {
  const { sort } = query;
  const sorted = sort
    ? rows.toSorted((a, b) => compare(a[sort.by], b[sort.by]) * (sort.direction === 'asc' ? 1 : -1))
    : rows;
  return { items: sorted.slice(query.offset, query.offset + query.limit), total: rows.length };
}

function compare(a: Cell | undefined, b: Cell | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a ?? '').localeCompare(String(b ?? ''));
}
