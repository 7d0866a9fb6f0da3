import { TableColumn, type TableColumnOptions } from 'typeorm';

/**
 * Column builders that give the same table on SQLite and MySQL. They are part of every migration
 * that used them: add new ones, never change one.
 */
type Extra = Partial<Pick<TableColumnOptions, 'isNullable' | 'isUnique' | 'default' | 'isPrimary'>>;

/** Ids compare byte by byte; MySQL's default collation would ignore case and cost index space. */
const BYTE_WISE = { charset: 'ascii', collation: 'ascii_bin' } as const;

export function id(name = 'id'): TableColumn {
  return new TableColumn({ name, type: 'varchar', length: '36', isPrimary: true, ...BYTE_WISE });
}

export function ref(name: string, extra: Extra = {}): TableColumn {
  return new TableColumn({ name, type: 'varchar', length: '36', ...BYTE_WISE, ...extra });
}

/** Text from a closed list or a machine: compared byte by byte. */
export function code(name: string, length: number, extra: Extra = {}): TableColumn {
  return new TableColumn({ name, type: 'varchar', length: String(length), ...BYTE_WISE, ...extra });
}

export function text(name: string, length: number, extra: Extra = {}): TableColumn {
  return new TableColumn({ name, type: 'varchar', length: String(length), ...extra });
}

export function longText(name: string, extra: Extra = {}): TableColumn {
  return new TableColumn({ name, type: 'mediumtext', ...extra });
}

export function json(name: string, extra: Extra = {}): TableColumn {
  return new TableColumn({ name, type: 'mediumtext', ...extra });
}

export function instant(name: string, extra: Extra = {}): TableColumn {
  return new TableColumn({ name, type: 'bigint', ...extra });
}

export function minor(name: string, extra: Extra = {}): TableColumn {
  return new TableColumn({ name, type: 'bigint', ...extra });
}

export function count(name: string, extra: Extra = {}): TableColumn {
  return new TableColumn({ name, type: 'int', ...extra });
}

export function flag(name: string, extra: Extra = {}): TableColumn {
  return new TableColumn({ name, type: 'tinyint', ...extra });
}
