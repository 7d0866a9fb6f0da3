// `npm run pictures -- FOLDER [PAGE ...]`: a picture of every page, phone and desktop, light and dark, English and Arabic.
// Starts a demo of its own on a free port; needs a Chromium (CHROMIUM_PATH, or the one that Playwright brings).
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { addressesOf, askForHelp, call } from './addresses.mjs';
import { buildWhatIsStale, installWhatIsMissing, refuseOldNode, ROOT } from './steps.mjs';

const SIZES = {
  phone: { width: 412, height: 915 },
  desktop: { width: 1280, height: 800 },
};
const SCHEMES = ['light', 'dark'];
const LANGUAGES = { en: 'English', ar: 'Arabic' };

const [folder, ...only] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('Say where to: npm run pictures -- FOLDER [PAGE ...]\n');
  process.exit(1);
}
refuseOldNode();
installWhatIsMissing();
buildWhatIsStale();
const taken = [];
const program = await startProgram();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH || undefined,
  args: [
    '--no-sandbox',
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    '--autoplay-policy=no-user-gesture-required',
    '--allow-loopback-in-peer-connection',
  ],
});
try {
  for (const language of Object.keys(LANGUAGES)) await takeAll(language);
  writeFileSync(join(folder, 'index.html'), contactSheet());
  process.stdout.write(`${taken.length} pictures in ${folder}\n`);
} finally {
  await browser.close();
  await program.end();
}

async function takeAll(language) {
  const windows = {
    visitor: await open(language),
    learner: await open(language),
    expert: await open(language),
  };
  for (const who of ['learner', 'expert']) {
    await windows[who].goto(program.signInLink(`${who}, ${LANGUAGES[language]}`));
    await windows[who].waitForURL((url) => url.pathname === '/');
  }
  for (const { name, path, who } of await addressesOf(windows.learner, windows.expert)) {
    if (!isWanted(name)) continue;
    await windows[who].goto(`${program.origin(who)}${path}`);
    await take(windows[who], language, name, true);
  }
  if (isWanted('ring')) await takeRing(windows, language);
  if (isWanted('room')) await takeRoom(windows, language);
  for (const window of Object.values(windows)) await window.context().close();
}

/** Both sides of a ring that nobody answers yet. */
async function takeRing({ learner, expert }, language) {
  await call(expert, 'PUT', '/studio/presence', { free: true });
  await expert.goto(`${program.origin('expert')}/studio`);
  const { items } = await call(expert, 'GET', '/studio/listings');
  const own = items.find(({ state, draft }) => state === 'live' && draft.instant);
  const id = await askForHelp(learner, own.id);
  await learner.goto(`${program.origin('learner')}/help-requests/${id}`);
  await expert.getByRole('alertdialog').waitFor();
  await take(expert, language, 'ring-expert');
  await take(learner, language, 'ring-learner');
  await call(learner, 'POST', `/help-requests/${id}/withdraw`);
  await learner.locator('main h2').waitFor();
  await take(learner, language, 'ring-over');
  await call(expert, 'PUT', '/studio/presence', { free: false });
}

/** A session with a demo expert, from the door to the receipt. */
async function takeRoom({ learner: page }, language) {
  const request = await askForHelp(page);
  await page.goto(`${program.origin('learner')}/help-requests/${request}`);
  await page.waitForURL(/\/sessions\//);
  const { lobby, controls, end } = wordsOf(language, 'room');
  await page.getByRole('button', { name: lobby.enter }).waitFor();
  await page.waitForTimeout(1500);
  await take(page, language, 'room-check', true);
  await page.getByRole('button', { name: lobby.enter }).click();
  await page.getByTestId('meter').waitFor();
  await page.waitForTimeout(8000);
  await take(page, language, 'room');
  await page.getByRole('button', { name: controls.chat }).click();
  await page.locator('aside input').fill('https://visavis.example');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(500);
  await take(page, language, 'room-chat');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: controls.end, exact: true }).click();
  await take(page, language, 'room-end');
  await page.getByRole('button', { name: end.yes }).click();
  const receipt = page.locator('main a[href^="/receipts/"]');
  await receipt.waitFor();
  await take(page, language, 'room-over', true);
  await receipt.click();
  await page.getByTestId('charged').waitFor();
  await page.waitForTimeout(4000);
  await take(page, language, 'room-receipt', true);
}

function isWanted(name) {
  return only.length === 0 || only.some((wanted) => name.startsWith(wanted));
}

/** The page as it stands, in every size and dress. */
async function take(page, language, name, isWhole = false) {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.waitForTimeout(150);
      const file = `${name}.${language}-${size}-${colorScheme}.png`;
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, file), fullPage: isWhole });
      taken.push({ name, file });
    }
  }
}

function wordsOf(language, namespace) {
  const file = join(ROOT, 'web/src/i18n/locales', language, `${namespace}.json`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

function contactSheet() {
  const names = [...new Set(taken.map(({ name }) => name))];
  const rows = names.map((name) => {
    const pictures = taken
      .filter((picture) => picture.name === name)
      .map(
        ({ file }) =>
          `<figure><img src="${file}" alt="${file}" loading="lazy" height="600"></figure>`,
      );
    return `<h2>${name}</h2><div style="display:flex;gap:1rem;overflow-x:auto">${pictures.join('')}</div>`;
  });
  return `<!doctype html><html lang="en"><title>Visavis, every page</title>${rows.join('\n')}</html>\n`;
}

async function open(language) {
  const context = await browser.newContext({
    viewport: SIZES.phone,
    locale: language === 'en' ? 'en-GB' : language,
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    permissions: ['camera', 'microphone'],
  });
  return context.newPage();
}

async function startProgram() {
  const dataDir = mkdtempSync(join(tmpdir(), 'visavis-pictures-'));
  const port = await freePort();
  const child = spawn(process.execPath, [join(ROOT, 'dist/src/main.js')], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  await new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`the program did not start:\n${printed}`)));
    child.stdout.on('data', (bytes) => {
      printed += bytes;
      if (printed.includes('Ctrl-C ends it')) resolve();
    });
  });
  return {
    origin: (who) => `http://${who === 'expert' ? 'expert' : 'learner'}.localhost:${port}`,
    signInLink: (who) => new RegExp(`${who}\\s+(\\S+)`).exec(printed)[1],
    end: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
