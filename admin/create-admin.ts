import AdminJS, { type BrandingOptions } from 'adminjs';
import { componentLoader } from './component-files.js';
import { dashboardHandler } from './dashboard.js';
import type { Faces } from './faces.js';
import { personResource } from './resources/accounts/person.resource.js';
import { categoryResource } from './resources/catalog/category.resource.js';
import { emptySearchResource } from './resources/catalog/empty-search.resource.js';
import { revisionResource } from './resources/catalog/revision.resource.js';
import type { ConsoleResource } from './resources/console-resource.js';
import { auditEntryResource } from './resources/platform/audit-entry.resource.js';
import { ledgerProofResource } from './resources/billing/ledger-proof.resource.js';
import { payoutResource } from './resources/billing/payout.resource.js';
import { deadLetterResource } from './resources/platform/dead-letter.resource.js';
import { mailResource } from './resources/platform/mail.resource.js';
import { ghostRateResource } from './resources/scheduling/ghost-rate.resource.js';
import { applicationResource } from './resources/vetting/application.resource.js';
import { staffOf } from './staff.js';
import { adminJsTexts } from './texts.js';

/** The menu, from top to bottom: queues first. */
function resourcesOf(faces: Faces, publicPath: string): ConsoleResource[] {
  return [
    applicationResource(faces, publicPath),
    revisionResource(faces, publicPath),
    personResource(faces),
    categoryResource(faces),
    emptySearchResource(faces),
    ghostRateResource(faces),
    mailResource(faces),
    payoutResource(faces),
    ledgerProofResource(faces),
    deadLetterResource(faces),
    auditEntryResource(faces),
  ];
}

/** Ink and the one accent of the pages; white letters on it keep a contrast of 4.5 to 1. */
const THEME = {
  colors: {
    primary100: '#0b6b4c',
    primary80: '#1f7d5f',
    primary60: '#4d9a82',
    primary40: '#9bc8b8',
    primary20: '#e2f1ea',
    accent: '#0b6b4c',
    hoverBg: '#07523a',
    love: '#a8281e',
    grey100: '#26221b',
    grey80: '#635c50',
    bg: '#faf8f4',
  },
  // The menu stands beside the page from a small laptop on.
  breakpoints: ['577px', '769px', '1024px', '1180px'],
  // The device's own letters: nothing to fetch.
  font: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Arabic', sans-serif",
};

export async function createAdmin(faces: Faces, publicPath: string): Promise<AdminJS> {
  const texts = await adminJsTexts(faces.translator);
  return new AdminJS({
    rootPath: publicPath,
    loginPath: `${publicPath}/sign-in`,
    logoutPath: `${publicPath}/sign-out`,
    componentLoader: componentLoader(),
    resources: resourcesOf(faces, publicPath),
    dashboard: { component: 'Dashboard', handler: dashboardHandler(faces, publicPath) },
    branding: {
      companyName: 'Visavis',
      logo: `${publicPath}/logo.svg`,
      favicon: `${publicPath}/logo.svg`,
      withMadeWithLove: false,
      // AdminJS' types ask for a list of fonts where its styles read one text.
      theme: THEME as unknown as NonNullable<BrandingOptions['theme']>,
    },
    assets: { styles: [`${publicPath}/console.css`] },
    settings: { defaultPerPage: 20 },
    locale: (currentAdmin) => {
      const language = staffOf(currentAdmin)?.language ?? 'en';
      return {
        language,
        availableLanguages: [language],
        translations: { [language]: texts[language] ?? {} },
      };
    },
  });
}
