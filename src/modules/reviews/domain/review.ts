import { type FieldProblem } from '../../../shared/domain-error.js';

export interface ReviewDraft {
  /** 1 to 5, whole. */
  readonly stars: number;
  readonly text: string;
}

const TEXT_LENGTH_MAX = 2_000;

export function problemsOf({ stars, text }: ReviewDraft): FieldProblem[] {
  return [
    ...(Number.isInteger(stars) && stars >= 1 && stars <= 5
      ? []
      : [{ field: 'stars', rule: 'out_of_range', facts: { min: 1, max: 5 } }]),
    ...([...text].length > TEXT_LENGTH_MAX
      ? [{ field: 'text', rule: 'too_long', facts: { max: TEXT_LENGTH_MAX } }]
      : []),
  ];
}
