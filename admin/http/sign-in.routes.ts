import express, { type Request, type Response, Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { toString as toQrCode } from 'qrcode';
import { problemOf } from '../../src/platform/http/problem.js';
import { TooManyRequestsError } from '../../src/platform/http/http.errors.js';
import { type Language, negotiateLanguage } from '../../src/platform/i18n/languages.js';
import { SecondFactorNotSetUpError } from '../../src/modules/accounts/index.js';
import type { Faces } from '../faces.js';
import { consoleTexts } from '../texts.js';
import { CONSOLE_COOKIE, cookieNamed, cookieOptions } from './console-cookie.js';
import { staffOfRequest } from './gate.js';
import { correlationIdOf } from './request-safety.js';
import { type PageContent, setUpPage, type SignInForm, signInPage } from './sign-in.page.js';

/** Failed tries from one address, whoever they were for; each account has its own, lower limit. */
const FAILURES_MAX = 30;
const FAILURES_WINDOW_MS = 15 * 60 * 1000;
/** Where somebody may be led after the sign-in: pages of the console, nothing else. */
const WAY_BACK = /^\/resources(\/[\w-]+)*$/;

/** Mail address, password and code in front of everything else; and the way out. */
export function signInRoutes(faces: Faces, publicPath: string): Router {
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: '8kb', parameterLimit: 10 });
  const limit = rateLimit({
    windowMs: FAILURES_WINDOW_MS,
    limit: FAILURES_MAX,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Whoever sits behind a proxy shares its address here: the header could be written by anybody.
    validate: { xForwardedForHeader: false },
    handler: (request, response, next) => {
      const tooMany = new TooManyRequestsError(Math.ceil(FAILURES_WINDOW_MS / 1000));
      pages.signIn(request, response, formOf(request), tooMany).catch(next);
    },
  });
  const pages = new SignInPages(faces, publicPath);

  router.get('/sign-in', async (request, response) => {
    if (await staffOfRequest(faces, request)) response.redirect(303, publicPath);
    else await pages.signIn(request, response, formOf(request), null);
  });
  router.post('/sign-in', form, limit, async (request, response) => {
    const filled = formOf(request);
    const password = textOf(request, 'password');
    try {
      const signIn = await faces.accounts.signInToConsole(filled.email, password, filled.code);
      pages.enter(response, signIn, filled.to);
    } catch (error) {
      if (error instanceof SecondFactorNotSetUpError)
        await pages.beginSetUp(request, response, filled, password);
      else await pages.signIn(request, response, filled, error);
    }
  });
  router.post('/set-up', form, limit, async (request, response) => {
    const token = textOf(request, 'setUpToken');
    try {
      const signIn = await faces.accounts.finishSecondFactor(token, codeOf(request));
      pages.enter(response, signIn, '');
    } catch (error) {
      await pages.retrySetUp(request, response, token, error);
    }
  });
  router.post('/sign-out', async (request, response) => {
    const staff = await staffOfRequest(faces, request);
    if (staff) await faces.accounts.endSignIn(staff.signInId);
    response.clearCookie(CONSOLE_COOKIE, cookieOptions(faces.config, publicPath));
    response.redirect(303, `${publicPath}/sign-in`);
  });
  return router;
}

/** The answers of the sign-in, in the language the browser asks for. */
class SignInPages {
  constructor(
    private readonly faces: Faces,
    private readonly publicPath: string,
  ) {}

  async signIn(
    request: Request,
    response: Response,
    filled: SignInForm,
    error: unknown,
  ): Promise<void> {
    await this.send(request, response, error, (frame) => signInPage({ ...frame, filled }));
  }

  async beginSetUp(
    request: Request,
    response: Response,
    filled: SignInForm,
    password: string,
  ): Promise<void> {
    const { accounts } = this.faces;
    const { secret, uri, setUpToken } = await accounts.beginSecondFactor(filled.email, password);
    const qrCode = await toQrCode(uri, { type: 'svg', margin: 2 });
    await this.setUp(request, response, { setUpToken, shown: { secret, qrCode } }, null);
  }

  /** The secret was shown once and is not shown again; the app has it by now. */
  async retrySetUp(
    request: Request,
    response: Response,
    setUpToken: string,
    error: unknown,
  ): Promise<void> {
    await this.setUp(request, response, { setUpToken, shown: null }, error);
  }

  enter(response: Response, signIn: { token: string; expiresAt: string }, to: string): void {
    response.cookie(CONSOLE_COOKIE, signIn.token, {
      ...cookieOptions(this.faces.config, this.publicPath),
      expires: new Date(signIn.expiresAt),
    });
    response.redirect(303, this.publicPath + to);
  }

  private async setUp(
    request: Request,
    response: Response,
    content: { setUpToken: string; shown: { secret: string; qrCode: string } | null },
    error: unknown,
  ): Promise<void> {
    await this.send(request, response, error, (frame) => setUpPage({ ...frame, ...content }));
  }

  private async send(
    request: Request,
    response: Response,
    error: unknown,
    page: (frame: PageContent) => string,
  ): Promise<void> {
    const { language, translate } = await this.textsFor(request);
    const failure = error === null ? null : this.statusOf(error, response);
    const errorCode = failure?.code ?? null;
    response
      .status(failure?.status ?? 200)
      .type('html')
      .send(page({ language, translate, publicPath: this.publicPath, errorCode }));
  }

  /** @throws the error itself when it is a fault of ours */
  private statusOf(error: unknown, response: Response): { status: number; code: string } {
    const problem = problemOf(error, correlationIdOf(response));
    if (problem.status >= 500) throw error;
    return problem;
  }

  private async textsFor(
    request: Request,
  ): Promise<{ language: Language; translate: Awaited<ReturnType<typeof consoleTexts>> }> {
    const chosen = cookieNamed('visavis_language', request);
    const language = negotiateLanguage(chosen, request.get('accept-language'));
    return { language, translate: await consoleTexts(this.faces.translator, language) };
  }
}

function formOf(request: Request): SignInForm {
  const to = request.method === 'GET' ? request.query['to'] : textOf(request, 'to');
  return {
    email: textOf(request, 'email').trim(),
    code: codeOf(request),
    to: typeof to === 'string' && WAY_BACK.test(to) ? to : '',
  };
}

/** Apps show the code in two groups of three. */
function codeOf(request: Request): string {
  return textOf(request, 'code').replace(/\s/g, '');
}

function textOf(request: Request, field: string): string {
  const body: unknown = request.body;
  const value =
    typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[field] : '';
  return typeof value === 'string' ? value : '';
}
