import type { Page } from '@playwright/test';
import { askForHelp, call } from '../../tools/addresses.mjs';
import type { Program } from './program.js';

interface Own {
  readonly id: string;
  readonly state: string;
  readonly draft: { readonly instant: boolean };
}

/** Two who have signed in: one asks, the other accepts, both go in. @returns the session */
export async function enterOneRoom(program: Program, learner: Page, expert: Page): Promise<string> {
  const id = await meetAtTheDoor(program, learner, expert);
  for (const page of [expert, learner]) await goIn(page);
  return id;
}

/** The same until both stand in the lobby. @returns the session */
export async function meetAtTheDoor(
  program: Program,
  learner: Page,
  expert: Page,
): Promise<string> {
  await call(expert, 'PUT', '/studio/presence', { free: true });
  await expert.goto(`${program.origin('expert')}/studio`);
  const { items } = await call<{ items: Own[] }>(expert, 'GET', '/studio/listings');
  const own = items.find(({ state, draft }) => state === 'live' && draft.instant);
  const request = await askForHelp(learner, own?.id);
  await expert.getByRole('button', { name: 'Accept' }).click();
  await expert.waitForURL(/\/sessions\//);
  await learner.goto(`${program.origin('learner')}/help-requests/${request}`);
  await learner.waitForURL(/\/sessions\//);
  return new URL(learner.url()).pathname.split('/').at(-1) ?? '';
}

export async function goIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Go in', exact: true }).click();
  await page.getByRole('button', { name: 'End', exact: true }).waitFor();
}
