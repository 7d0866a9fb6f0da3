import type { Page } from '@playwright/test';

export type Visitor = 'visitor' | 'learner' | 'expert';

export interface Address {
  readonly name: string;
  readonly path: string;
  readonly who: Visitor;
}

export function addressesOf(learner: Page, expert: Page): Promise<readonly Address[]>;

/** @returns the id of the help request */
export function askForHelp(learner: Page, listingId?: string): Promise<string>;

/** @throws Error with what the server said, when it refused */
export function call<T>(
  page: Page,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
): Promise<T>;
