import { Column, type ColumnOptions, PrimaryColumn, type ValueTransformer } from 'typeorm';
import { Temporal } from 'temporal-polyfill';

/**
 * Columns that mean the same on SQLite and MySQL. Integers arrive as bigint, number or string by
 * driver, so every one goes through a transformer here; none ever passes through a float.
 */
type Options = Pick<ColumnOptions, 'name' | 'nullable' | 'default'>;

function whole(value: unknown): bigint {
  return typeof value === 'bigint' ? value : BigInt(value as string | number);
}

function transformer<T>(
  read: (stored: unknown) => T,
  write: (value: T) => unknown,
): ValueTransformer {
  return {
    from: (stored: unknown) => (stored === null || stored === undefined ? null : read(stored)),
    to: (value: unknown) =>
      value === null || value === undefined
        ? value
        : isFindOperator(value)
          ? value
          : write(value as T),
  };
}

/** Query operators such as `In` carry values of their own and are transformed inside. */
function isFindOperator(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '@instanceof' in value;
}

export const instantTransformer = transformer(
  (stored) => Temporal.Instant.fromEpochMilliseconds(Number(whole(stored))),
  (value: Temporal.Instant) => value.epochMilliseconds.toString(),
);
export const minorTransformer = transformer(whole, (value: bigint) => value.toString());
export const countTransformer = transformer(
  (stored) => Number(whole(stored)),
  (value: number) => value,
);
export const flagTransformer = transformer(
  (stored) => Boolean(Number(stored)),
  (value: boolean) => (value ? 1 : 0),
);

export function IdColumn(): PropertyDecorator {
  return PrimaryColumn({ type: 'varchar', length: 36 });
}

/** The id of a record of this or another module; no foreign key crosses a module. */
export function RefColumn(options: Options = {}): PropertyDecorator {
  return Column({ type: 'varchar', length: 36, ...options });
}

export function TextColumn(options: Options & { length: number }): PropertyDecorator {
  return Column({ type: 'varchar', ...options });
}

export function LongTextColumn(options: Options = {}): PropertyDecorator {
  return Column({ type: 'text', ...options });
}

/** `Temporal.Instant`, stored as milliseconds since 1970. */
export function InstantColumn(options: Options = {}): PropertyDecorator {
  return Column({ type: 'bigint', transformer: instantTransformer, ...options });
}

/** Whole minor units of money, as bigint. */
export function MinorColumn(options: Options = {}): PropertyDecorator {
  return Column({ type: 'bigint', transformer: minorTransformer, ...options });
}

/** A whole number that fits a JavaScript number. */
export function CountColumn(options: Options = {}): PropertyDecorator {
  return Column({ type: 'int', transformer: countTransformer, ...options });
}

export function FlagColumn(options: Options = {}): PropertyDecorator {
  return Column({ type: 'tinyint', transformer: flagTransformer, ...options });
}

/** Plain JSON without bigint; amounts go in as decimal strings. */
export function JsonColumn(options: Options = {}): PropertyDecorator {
  return Column({
    type: 'text',
    transformer: transformer(
      (stored) => JSON.parse(stored as string) as unknown,
      (value: unknown) => JSON.stringify(value),
    ),
    ...options,
  });
}
