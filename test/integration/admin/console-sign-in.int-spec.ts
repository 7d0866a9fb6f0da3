import { AccountsFacade } from '../../../src/modules/accounts/index.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { ConsoleClient, PASSWORD } from './console-client.js';

// AdminJS takes seconds to load on a busy machine.
const LOADING_MS = 120_000;

describe('the sign-in of the console', () => {
  let app: TestApp;
  let client: ConsoleClient;
  beforeAll(async () => {
    app = await startTestApp();
    client = await ConsoleClient.start(app);
  }, LOADING_MS);
  afterAll(async () => {
    await client.stop();
    await app.close();
  });

  const tryToSignIn = async (
    email: string,
    fields: Record<string, string> = {},
  ): Promise<Response> =>
    client.submit('/admin/sign-in', {
      email,
      password: PASSWORD,
      code: await client.code(),
      ...fields,
    });

  it('leads staff with the right password and code to the console, with a cookie that only it gets', async () => {
    await client.person('right@visavis.example', ['reviewer']);
    const answer = await tryToSignIn('right@visavis.example');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/admin');
    expect(answer.headers.get('set-cookie')).toMatch(
      /^visavis_console=[\w-]{40,}; Path=\/admin; Expires=.*; HttpOnly; SameSite=Strict$/,
    );
  });

  it('leads back to the page of the console that was asked for, and to no other place', async () => {
    await client.person('way-back@visavis.example', ['reviewer']);
    const asked = await fetch(`${client.origin}/admin/resources/applications`, {
      redirect: 'manual',
    });
    expect(asked.headers.get('location')).toBe('/admin/sign-in?to=%2Fresources%2Fapplications');
    const back = await tryToSignIn('way-back@visavis.example', { to: '/resources/applications' });
    expect(back.headers.get('location')).toBe('/admin/resources/applications');
    const elsewhere = await tryToSignIn('way-back@visavis.example', { to: '//evil.example/' });
    expect(elsewhere.headers.get('location')).toBe('/admin');
  });

  it('refuses a wrong password, and keeps everything typed but the password', async () => {
    await client.person('typo@visavis.example', ['reviewer']);
    const answer = await tryToSignIn('typo@visavis.example', { password: 'not the password' });
    const page = await answer.text();
    expect(answer.status).toBe(401);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(page).toContain('value="typo@visavis.example"');
    expect(page).toContain('role="alert"');
    expect(page).not.toContain('not the password');
  });

  it('answers a learner with the right password like somebody with a wrong one', async () => {
    await client.person('learner@visavis.example', ['learner']);
    const learner = await tryToSignIn('learner@visavis.example');
    const nobody = await tryToSignIn('nobody@visavis.example');
    expect(learner.status).toBe(401);
    expect((await learner.text()).replace('learner@', 'nobody@')).toBe(await nobody.text());
  });

  it.each([
    ['a wrong code', '000000'],
    ['no code', ''],
  ])('refuses staff with %s', async (_, code) => {
    const email = `code-${code}@visavis.example`;
    await client.person(email, ['reviewer']);
    const answer = await tryToSignIn(email, { code });
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('The code is missing or wrong');
  });

  it('refuses the right password and code too after eight failures', async () => {
    await client.person('guessed@visavis.example', ['reviewer']);
    for (let attempt = 0; attempt < 8; attempt += 1)
      await tryToSignIn('guessed@visavis.example', { password: 'a guess' });
    const answer = await tryToSignIn('guessed@visavis.example');
    expect(answer.status).toBe(429);
    expect(await answer.text()).toContain('Too many failed tries');
  });

  it('refuses a form that another page sent, or nobody knows who', async () => {
    await client.person('forged@visavis.example', ['reviewer']);
    for (const origin of ['https://evil.example', 'null', '']) {
      const answer = await client.submit(
        '/admin/sign-in',
        { email: 'forged@visavis.example', password: PASSWORD, code: await client.code() },
        { origin },
      );
      expect(answer.status).toBe(403);
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
  });

  it('lets first-time staff set up a second factor, and stores it with the first right code only', async () => {
    const email = 'first@visavis.example';
    await client.person(email, ['support'], { hasSecondFactor: false });
    const page = await (await tryToSignIn(email, { code: '' })).text();
    const secret = /<code dir="ltr">([A-Z2-7 ]+)<\/code>/.exec(page)?.[1]?.replace(/ /g, '') ?? '';
    const setUpToken = /name="setUpToken" value="([\w-]+)"/.exec(page)?.[1] ?? '';
    expect(page).toContain('<svg');

    const wrong = await client.submit('/admin/set-up', { setUpToken, code: '123456' });
    const wrongPage = await wrong.text();
    expect(wrong.status).toBe(401);
    expect(wrongPage).not.toContain(secret);
    await expect(
      app.get(AccountsFacade).signInToConsole(email, PASSWORD, await client.code(secret)),
    ).rejects.toMatchObject({ code: 'accounts.second_factor_not_set_up' });

    const code = await client.code(secret);
    const right = await client.submit('/admin/set-up', { setUpToken, code });
    expect(right.status).toBe(303);
    expect(right.headers.get('set-cookie')).toContain('visavis_console=');
    const again = await client.submit('/admin/set-up', { setUpToken, code });
    expect(again.status).toBe(422);
  });

  it('does not take up a set-up after fifteen minutes', async () => {
    const email = 'slow@visavis.example';
    await client.person(email, ['support'], { hasSecondFactor: false });
    const { secret, setUpToken } = await app.get(AccountsFacade).beginSecondFactor(email, PASSWORD);
    app.clock.advance({ minutes: 15 });
    const answer = await client.submit('/admin/set-up', {
      setUpToken,
      code: await client.code(secret),
    });
    expect(answer.status).toBe(422);
  });

  it('ends the sign-in when somebody signs out', async () => {
    await client.person('leaving@visavis.example', ['reviewer']);
    const session = await client.signIn('leaving@visavis.example');
    expect((await session.get('/admin/api/dashboard')).status).toBe(200);
    expect((await session.get('/admin/sign-out')).status).toBe(404);
    await session.post('/admin/sign-out');
    expect((await session.get('/admin/api/dashboard')).headers.get('location')).toBe(
      '/admin/sign-in',
    );
  });

  it.each([
    ['fr-CH, en;q=0.8', 'lang="fr" dir="ltr"', 'Connexion'],
    ['ar', 'lang="ar" dir="rtl"', 'تسجيل الدخول'],
    ['xx', 'lang="en" dir="ltr"', 'Sign in'],
  ])('speaks the language the browser asks for: %s', async (acceptLanguage, html, title) => {
    const answer = await fetch(`${client.origin}/admin/sign-in`, {
      headers: { 'accept-language': acceptLanguage },
    });
    const page = await answer.text();
    expect(page).toContain(html);
    expect(page).toContain(`<h1>${title}</h1>`);
  });

  it('writes what was typed as text, not as a part of the page', async () => {
    const page = await (await tryToSignIn('"><script>alert(1)</script>@x.example')).text();
    expect(page).not.toContain('<script>');
  });
});
