/** `error` keeps a version from going live; `warning` is shown until somebody deals with it. */
export interface LintFinding {
  readonly severity: 'error' | 'warning';
  readonly jurisdiction: string;
  readonly rule: string;
  readonly message: string;
}
