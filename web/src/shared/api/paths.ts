import type { paths as GeneratedPaths } from './schema';

type Prefix = '/api/v1';

/** Addresses as the pages write them, below the version. */
type BelowVersion<Paths> = {
  [
    Address in keyof Paths as Address extends `${Prefix}${infer Rest}` ? Rest : never
  ]: Paths[Address];
};

/** Every address under `/api/v1`, what it takes and what it answers. */
export type paths = BelowVersion<GeneratedPaths>;
