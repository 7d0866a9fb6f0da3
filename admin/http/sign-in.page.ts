import type { Language } from '../../src/platform/i18n/languages.js';
import type { Translate } from '../texts.js';
import { LOGO_IN_PAGE } from './logo.js';

export interface SignInForm {
  readonly email: string;
  readonly code: string;
  /** Page of the console to open afterwards, below its path; empty for the first one. */
  readonly to: string;
}

export interface PageContent {
  readonly language: Language;
  readonly translate: Translate;
  readonly publicPath: string;
  /** What the last try was refused for; null on a first visit. */
  readonly errorCode: string | null;
}

/** What was typed stays, but for the password. */
export function signInPage(page: PageContent & { readonly filled: SignInForm }): string {
  const { translate: t, publicPath, filled, errorCode } = page;
  return frame(
    page,
    t('signIn.title'),
    `<p class="lead">${escape(t('signIn.lead'))}</p>
${errorBox(t, errorCode)}
<form method="post" action="${publicPath}/sign-in">
  <input type="hidden" name="to" value="${escape(filled.to)}">
  <label for="email">${escape(t('signIn.email'))}</label>
  <input id="email" name="email" type="email" autocomplete="username" required dir="ltr" value="${escape(filled.email)}"${errorCode === null ? ' autofocus' : ''}>
  <label for="password">${escape(t('signIn.password'))}</label>
  <input id="password" name="password" type="password" autocomplete="current-password" required dir="ltr">
  ${codeField(t, 'signIn.codeHint', filled.code, false)}
  <button type="submit">${escape(t('signIn.submit'))}</button>
</form>`,
  );
}

/** @param page.shown the secret, on the one page that shows it */
export function setUpPage(
  page: PageContent & {
    readonly setUpToken: string;
    readonly shown: { readonly secret: string; readonly qrCode: string } | null;
  },
): string {
  const { translate: t, publicPath, setUpToken, shown, errorCode } = page;
  return frame(
    page,
    t('setUp.title'),
    `<p class="lead">${escape(t(shown ? 'setUp.lead' : 'setUp.again'))}</p>
${errorBox(t, errorCode)}
${shown ? secretBox(t, shown) : ''}
<form method="post" action="${publicPath}/set-up">
  <input type="hidden" name="setUpToken" value="${escape(setUpToken)}">
  ${codeField(t, 'setUp.codeHint', '', true)}
  <button type="submit">${escape(t('setUp.submit'))}</button>
</form>
<p class="aside"><a href="${publicPath}/sign-in">${escape(t('setUp.startAgain'))}</a></p>`,
  );
}

function secretBox(t: Translate, { secret, qrCode }: { secret: string; qrCode: string }): string {
  const groups = secret.replace(/(.{4})(?=.)/g, '$1 ');
  return `<div class="qr" role="img" aria-label="${escape(t('setUp.qrCode'))}">${qrCode}</div>
<p class="aside">${escape(t('setUp.byHand'))}<br><code dir="ltr">${escape(groups)}</code></p>`;
}

function codeField(t: Translate, hint: string, value: string, isRequired: boolean): string {
  return `<label for="code">${escape(t('signIn.code'))}</label>
  <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9 ]{6,8}" maxlength="8" dir="ltr" aria-describedby="code-hint" value="${escape(value)}"${isRequired ? ' required autofocus' : ''}>
  <p class="hint" id="code-hint">${escape(t(hint))}</p>`;
}

function errorBox(t: Translate, code: string | null): string {
  if (code === null) return '';
  const text = t(`errors.${code}`, { defaultValue: t('errors.other') });
  return `<p class="error" role="alert" tabindex="-1" autofocus>${escape(text)}</p>`;
}

function frame(
  { language, translate: t, publicPath }: PageContent,
  title: string,
  body: string,
): string {
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)} · ${escape(t('signIn.console'))}</title>
<link rel="icon" href="${publicPath}/logo.svg" type="image/svg+xml">
<link rel="stylesheet" href="${publicPath}/console.css">
</head>
<body class="console-door">
<main>
<p class="brand">${LOGO_IN_PAGE} <span dir="ltr">visavis</span></p>
<h1>${escape(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
