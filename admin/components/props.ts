interface ShownRecord {
  readonly id: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What AdminJS gives to a component that stands for one value. */
export interface CellProps {
  readonly record: ShownRecord;
}

/** What AdminJS gives to the page of one record. */
export interface RecordPageProps {
  readonly record: ShownRecord;
  readonly resource: { readonly id: string };
}

/** The page's own content, which the server put into one property. */
export function pageIn<T>(params: Readonly<Record<string, unknown>>): T | null {
  const json = params['page'];
  return typeof json === 'string' ? (JSON.parse(json) as T) : null;
}

export function textIn(params: Readonly<Record<string, unknown>>, path: string): string {
  const value = params[path];
  return typeof value === 'string' ? value : '';
}
