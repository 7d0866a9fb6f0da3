/** Work to be done once at a time to come; a later job with the same key replaces an earlier one. */
export interface Job {
  readonly name: string;
  readonly key: string;
  /** RFC 3339, UTC. */
  readonly dueAt: string;
  readonly payload: object;
}
