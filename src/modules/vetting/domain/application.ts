import { type FieldProblem } from '../../../shared/domain-error.js';

/** How far an application is; see the table below for what may follow what. */
export type ApplicationState =
  'draft' | 'submitted' | 'in_review' | 'changes_requested' | 'approved' | 'refused' | 'suspended';

export const NEXT_STATES = {
  draft: ['submitted'],
  submitted: ['in_review'],
  in_review: ['changes_requested', 'approved', 'refused'],
  changes_requested: ['submitted'],
  approved: ['suspended'],
  suspended: ['approved'],
  refused: [],
} as const satisfies Record<ApplicationState, readonly ApplicationState[]>;

export function mayBecome(from: ApplicationState, to: ApplicationState): boolean {
  return (NEXT_STATES[from] as readonly ApplicationState[]).includes(to);
}

/** While the applicant may still write in it. */
export function isOpen(state: ApplicationState): boolean {
  return state === 'draft' || state === 'changes_requested';
}

/** What a category asks of those who want to help in it, as it stood when they applied. */
export interface Requirement {
  readonly key: string;
  readonly kind: 'text' | 'file' | 'confirm';
  readonly isRequired: boolean;
}

export interface ApplicationContent {
  /** Who the applicant is and why they can help, in their own words. */
  readonly about: string;
  /** By requirement key: text, or "yes" for what is confirmed. */
  readonly answers: Readonly<Record<string, string>>;
  /** By requirement key: id of the uploaded file. */
  readonly evidenceFileIds: Readonly<Record<string, string>>;
}

const ABOUT_LENGTH_MIN = 40;
const ABOUT_LENGTH_MAX = 4_000;

/** What is missing before a reviewer can look at it; every gap at once. */
export function gapsOf(
  content: ApplicationContent,
  requirements: readonly Requirement[],
): FieldProblem[] {
  return [
    ...checkAbout(content.about),
    ...requirements
      .filter((asked) => asked.isRequired)
      .flatMap((asked) => checkAnswer(content, asked)),
  ];
}

function checkAbout(about: string): FieldProblem[] {
  const length = [...about.trim()].length;
  if (length < ABOUT_LENGTH_MIN)
    return [{ field: 'about', rule: 'too_short', facts: { min: ABOUT_LENGTH_MIN } }];
  return length > ABOUT_LENGTH_MAX
    ? [{ field: 'about', rule: 'too_long', facts: { max: ABOUT_LENGTH_MAX } }]
    : [];
}

function checkAnswer(
  { answers, evidenceFileIds }: ApplicationContent,
  { key, kind }: Requirement,
): FieldProblem[] {
  if (kind === 'file')
    return evidenceFileIds[key] ? [] : [{ field: `evidenceFileIds.${key}`, rule: 'required' }];
  const answer = answers[key]?.trim() ?? '';
  const isGiven = kind === 'confirm' ? answer === 'yes' : answer.length > 0;
  return isGiven ? [] : [{ field: `answers.${key}`, rule: 'required' }];
}
