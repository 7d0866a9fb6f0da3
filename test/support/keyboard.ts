import { expect, type Page } from '@playwright/test';
import { setTimeout as sleep } from 'node:timers/promises';

interface Focused {
  /** As a screen reader calls it: `button "Accept"`. */
  readonly name: string;
  readonly problems: readonly string[];
}

/** More than any page has. */
const STEPS_MAX = 120;

/** Reads what has the focus: whether it can be seen, is not covered, and is large enough to be hit. */
const LOOK = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return [];
  const label = element.labels?.[0] ?? null;
  const places = [element, label].filter((place) => place !== null);
  const ring = ({ outlineStyle, outlineWidth, boxShadow }) =>
    (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  const problems = [];
  if (!places.some((place) => ring(getComputedStyle(place)))) problems.push('the focus cannot be seen');
  const boxes = places.map((place) => place.getBoundingClientRect());
  const { left, right, top, bottom } = boxes.reduce((a, b) => (a.width * a.height < b.width * b.height ? b : a));
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const above = document.elementFromPoint(x, y);
  if (!places.some((place) => place.contains(above) || above?.contains(place)))
    problems.push('it is covered by ' + above?.outerHTML.slice(0, 80));
  const isControl = element.matches('a, button, input, select, textarea, summary, [role=switch]');
  const isInline = getComputedStyle(element).display === 'inline';
  const height = isInline ? Math.max(bottom - top, parseFloat(getComputedStyle(element).lineHeight)) : bottom - top;
  const least = isInline ? 24 : 44;
  if (isControl && (height < least || (!isInline && right - left < least)))
    problems.push('it is ' + Math.round(right - left) + ' x ' + Math.round(height));
  return problems;
})()`;

/** Somebody who has no mouse: goes by Tab and looks at each stop. */
export class Keyboard {
  /** What was wrong with the stops on the way, each once. */
  readonly problems = new Set<string>();

  constructor(private readonly page: Page) {}

  /** Steps on with Tab until the thing of this name has the focus. @throws Error where it cannot be reached */
  async tabTo(name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let step = 0; step < STEPS_MAX; step += 1) {
      await this.page.keyboard.press(key);
      const focused = await this.look();
      if (name.test(focused.name)) return;
      passed.push(focused.name);
    }
    throw new Error(`${String(name)} was not reached on ${this.page.url()}:\n${passed.join('\n')}`);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Reaches it, and presses Enter. */
  async activate(name: RegExp): Promise<void> {
    await this.tabTo(name);
    await this.press('Enter');
  }

  /** Waits until the thing of this name has been given the focus. */
  async isGivenTo(name: RegExp): Promise<void> {
    await expect
      .poll(async () => (await this.name()) || 'nothing', { timeout: 20_000 })
      .toMatch(name);
  }

  /** Goes round in a dialog: the focus never leaves it for the page behind. */
  async staysInDialog(): Promise<void> {
    for (let step = 0; step < 12; step += 1) {
      await this.press(step < 6 ? 'Tab' : 'Shift+Tab');
      const isOutside = await this.page.evaluate<boolean>(
        'document.activeElement !== document.body && document.activeElement.closest("dialog, [role=alertdialog]") === null',
      );
      expect(isOutside, `outside the dialog: ${await this.name()}`).toBe(false);
    }
  }

  async name(): Promise<string> {
    const focused = this.page.locator(':focus').first();
    if ((await focused.count()) === 0) return '';
    const snapshot = await focused.ariaSnapshot().catch(() => '');
    // What it holds helps only where something went wrong.
    const [line = ''] = snapshot.startsWith('- alert') ? [snapshot] : snapshot.split('\n');
    return line.replace(/^- /, '');
  }

  private async look(): Promise<Focused> {
    // A page that still grows, or comes into sight smoothly, has arrived a moment later.
    let problems = await this.page.evaluate<string[]>(LOOK);
    for (let again = 0; again < 4 && problems.length > 0; again += 1) {
      await sleep(250);
      problems = await this.page.evaluate<string[]>(LOOK);
    }
    const name = await this.name();
    for (const problem of problems)
      this.problems.add(`${new URL(this.page.url()).pathname}: ${name}: ${problem}`);
    return { name, problems };
  }
}
