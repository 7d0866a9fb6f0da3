import type { Page } from '@playwright/test';
import axe from 'axe-core';

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary: string }[];
}

const OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
};

const RUN = `axe.run(document, ${JSON.stringify(OPTIONS)}).then(({ violations }) => JSON.stringify(violations))`;

/** What breaks WCAG 2.2 AA on the page as it stands, one line for each element. */
export async function findingsOn(page: Page): Promise<string[]> {
  // Once for each document; the policy of the page does not hold for what a debugger evaluates.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  const violations = JSON.parse(await page.evaluate<string>(RUN)) as Finding[];
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${String(target)}: ${failureSummary}`),
  );
}
