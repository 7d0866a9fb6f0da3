import { TableColumn, type TableColumnOptions } from 'typeorm';

/**
 * Column builders that give the same table on SQLite and MySQL. They are part of every migration
 * that used them: add new ones, never change one. Text compares byte by byte on both stores, see
 * PlatformCompareByteWise.
 */
type Extra = Partial<Pick<TableColumnOptions, 'isNullable' | 'isUnique' | 'default' | 'isPrimary'>>;

export function id(name = 'id'): TableColumn {
  return new TableColumn({ name, type: 'varchar', length: '36', isPrimary: true });
}

export function ref(name: string, extra: Extra = {}): TableColumn {
  return new TableColumn({ name, type: 'varchar', length: '36', ...extra });
}

/** Text from a closed list or a machine. */
export function code(name: string, length: number, extra: Extra = {}): TableColumn {
  return new TableColumn({ name, type: 'varchar', length: String(length), ...extra });
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
