import type { PersonView } from '../../../src/modules/accounts/index.js';
import type { Category, ListingDraft } from '../../../src/modules/catalog/index.js';
import type { ApplicationChange, ApplicationView } from '../../../src/modules/vetting/index.js';
import type { ApplicationPage } from '../../components/views.js';
import type { Faces } from '../../faces.js';
import { offerViewOf } from '../../offer-view.js';
import type { Staff } from '../../staff.js';
import { consoleTexts } from '../../texts.js';
import { waitingSince } from '../../waiting.js';

type ByLanguage = Readonly<Record<string, string>>;

/** Everything needed to decide about an application, and nothing more: no mail address, no account data. */
export async function applicationPage(
  faces: Faces,
  application: ApplicationView,
  staff: Staff,
  evidencePath: string,
): Promise<ApplicationPage> {
  const [applicant, category, history, translate] = await Promise.all([
    faces.accounts.person(application.accountId),
    faces.catalog.category(application.categoryId),
    faces.vetting.history(application.id),
    consoleTexts(faces.translator, staff.language),
  ]);
  const names = await faces.accounts.people(history.map(({ by }) => by));
  const isWaiting = application.state === 'submitted' || application.state === 'in_review';
  const inReadersLanguage = (texts: ByLanguage): string =>
    texts[staff.language] ?? texts['en'] ?? Object.values(texts)[0] ?? '';
  return {
    state: application.state,
    isOwn: application.accountId === staff.id,
    applicant: applicantOf(applicant, staff.language),
    category: inReadersLanguage(category.names),
    submitted: application.submittedAt ?? '',
    ...waitingSince(isWaiting ? application.submittedAt : null, faces.clock.now(), staff.language),
    about: application.about,
    ...answersAndEvidence(application, category, evidencePath, inReadersLanguage),
    offer: isOffer(application.listing)
      ? offerViewOf(
          application.listing,
          inReadersLanguage(category.names),
          staff.language,
          translate,
          null,
        )
      : null,
    history: history.map((change) => changeOf(change, names)),
  };
}

function applicantOf(person: PersonView, language: string): ApplicationPage['applicant'] {
  return {
    name: person.displayName,
    avatarUrl: person.avatarUrl,
    country: new Intl.DisplayNames([language], { type: 'region' }).of(person.country) ?? '',
    language: new Intl.DisplayNames([language], { type: 'language' }).of(person.language) ?? '',
    isVerified: person.emailVerified,
    memberSince: person.createdAt,
  };
}

/** What was asked when the person applied; labels come from the category as it stands now. */
function answersAndEvidence(
  { id, requirements, answers, evidenceFileIds }: ApplicationView,
  category: Category,
  evidencePath: string,
  inReadersLanguage: (texts: ByLanguage) => string,
): Pick<ApplicationPage, 'answers' | 'evidence'> {
  const labelOf = (key: string): string => {
    const known = category.requirements.find((requirement) => requirement.key === key);
    return known ? inReadersLanguage(known.label) : key;
  };
  return {
    answers: requirements
      .filter(({ kind }) => kind !== 'file')
      .map(({ key, kind }) => ({
        label: labelOf(key),
        answer: answers[key] ?? '',
        isConfirm: kind === 'confirm',
      })),
    evidence: requirements
      .filter(({ kind }) => kind === 'file')
      .map(({ key }) => ({
        label: labelOf(key),
        url: `${evidencePath}/${id}/${encodeURIComponent(key)}`,
        isMissing: evidenceFileIds[key] === undefined,
      })),
  };
}

function changeOf(
  change: ApplicationChange,
  names: ReadonlyMap<string, PersonView>,
): ApplicationPage['history'][number] {
  return {
    to: change.to,
    by: names.get(change.by)?.displayName ?? '',
    at: change.at,
    reasons: change.reasons ?? '',
  };
}

/** Vetting carries the first offer without reading it; the workflow that put it there checked it. */
function isOffer(listing: unknown): listing is ListingDraft {
  return typeof listing === 'object' && listing !== null && 'price' in listing;
}
