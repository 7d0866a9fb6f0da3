import type { ListingDraft, OwnListingView } from '../../../src/modules/catalog/index.js';
import { revisionCommands } from '../../actions/catalog/revision-commands.js';
import type { OfferView, RevisionPage } from '../../components/views.js';
import type { Faces } from '../../faces.js';
import { offerViewOf } from '../../offer-view.js';
import { type ReadModel, ReadResource, type Row } from '../../read-resource.js';
import { optionsFor } from '../../resource-options.js';
import type { Staff } from '../../staff.js';
import { consoleTexts } from '../../texts.js';
import { waitingSince } from '../../waiting.js';
import type { ConsoleResource } from '../console-resource.js';

/** Revisions of listings that wait for a reviewer, oldest first. */
export function revisionResource(faces: Faces, publicPath: string): ConsoleResource {
  const model = revisionModel(faces, `${publicPath}/offer-pictures`);
  return {
    resource: new ReadResource(model),
    options: optionsFor(model, faces.audit, {
      icon: 'FileText',
      columnsInList: ['title', 'expert', 'category', 'waiting', 'writtenAt'],
      columnsOnPhone: ['waiting'],
      cells: { waiting: 'WaitingCell' },
      page: 'RevisionPage',
      commands: revisionCommands(faces.catalog, faces.audit),
      auditedAs: 'catalog.revision',
    }),
  };
}

function revisionModel(faces: Faces, picturesPath: string): ReadModel {
  return {
    id: 'listing-revisions',
    roles: ['reviewer'],
    columns: [
      { path: 'id' },
      { path: 'title' },
      { path: 'expert' },
      { path: 'category' },
      { path: 'waiting' },
      { path: 'writtenAt', type: 'datetime' },
      { path: 'page' },
    ],
    list: async ({ offset, limit }, staff) => {
      const { items, total } = await faces.catalog.reviewQueue({ offset, limit });
      return { items: await rowsOf(faces, items, staff), total };
    },
    byId: async (id, staff) => {
      const listing = await faces.catalog.listingForReview(id);
      const [row] = await rowsOf(faces, [listing], staff);
      if (!row) return null;
      return {
        ...row,
        page: JSON.stringify(await pageOfRevision(faces, listing, staff, picturesPath)),
      };
    },
  };
}

async function rowsOf(
  faces: Faces,
  listings: readonly OwnListingView[],
  staff: Staff,
): Promise<Row[]> {
  const people = await faces.accounts.people(listings.map(({ expertId }) => expertId));
  const categories = await categoryNames(faces, staff);
  return listings.map((listing) => ({
    id: listing.id,
    title: listing.draft.title,
    expert: people.get(listing.expertId)?.displayName ?? '',
    category: categories.get(listing.draft.categoryId) ?? '',
    writtenAt: listing.writtenAt,
    ...ageOf(faces, listing, staff),
  }));
}

async function pageOfRevision(
  faces: Faces,
  listing: OwnListingView,
  staff: Staff,
  picturesPath: string,
): Promise<RevisionPage> {
  const categories = await categoryNames(faces, staff);
  const translate = await consoleTexts(faces.translator, staff.language);
  const view = (draft: ListingDraft): OfferView =>
    offerViewOf(
      draft,
      categories.get(draft.categoryId) ?? '',
      staff.language,
      translate,
      (fileId) => `${picturesPath}/${listing.id}/${fileId}`,
    );
  return {
    state: listing.reviewState,
    isOwn: listing.expertId === staff.id,
    expert: (await faces.accounts.person(listing.expertId)).displayName,
    ...ageOf(faces, listing, staff),
    proposed: view(listing.draft),
    live: listing.live && listing.reviewState !== 'live' ? view(listing.live) : null,
  };
}

function ageOf(
  faces: Faces,
  listing: OwnListingView,
  staff: Staff,
): ReturnType<typeof waitingSince> {
  const since = listing.reviewState === 'in_review' ? listing.writtenAt : null;
  return waitingSince(since, faces.clock.now(), staff.language);
}

async function categoryNames(faces: Faces, staff: Staff): Promise<ReadonlyMap<string, string>> {
  const views = await faces.catalog.categoryViews(staff.language);
  return new Map(views.map(({ id, name }) => [id, name]));
}
