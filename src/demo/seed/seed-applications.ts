import { Injectable } from '@nestjs/common';
import { CatalogFacade, type CategoryRequirement } from '../../modules/catalog/index.js';
import { VettingFacade } from '../../modules/vetting/index.js';
import { Uploads } from '../../platform/storage/uploads.js';
import type { DemoExpert } from '../content/shape.js';
import { drawDiploma } from './diploma.js';
import { draftOf } from './listing-draft.js';
import { SeedCategories } from './seed-categories.js';
import { SeedPeople } from './seed-people.js';

/** Applications of the demo's experts, complete with what their category asks for. */
@Injectable()
export class SeedApplications {
  constructor(
    private readonly categories: SeedCategories,
    private readonly people: SeedPeople,
    private readonly catalog: CatalogFacade,
    private readonly vetting: VettingFacade,
    private readonly uploads: Uploads,
  ) {}

  async submit(expert: DemoExpert, expertId: string): Promise<void> {
    const known = await this.vetting.applicationOf(expertId);
    if (known && known.state !== 'draft') return;
    const [first] = expert.listings;
    if (!first) throw new RangeError(`${expert.key} offers nothing`);
    const listing = draftOf(first, await this.categories.idsBySlug());
    const { requirements } = await this.catalog.category(listing.categoryId);
    await this.vetting.saveDraft(expertId, {
      categoryId: listing.categoryId,
      about: expert.about,
      answers: answersTo(requirements, expert),
      evidenceFileIds: await this.evidenceFor(requirements, expert, expertId),
      listing,
      requirements: requirements.map(({ key, kind, isRequired }) => ({ key, kind, isRequired })),
    });
    await this.vetting.submit(expertId);
  }

  async approve(expertId: string): Promise<void> {
    const application = await this.vetting.applicationOf(expertId);
    if (!application || application.state === 'approved') return;
    await this.vetting.decide(application.id, 'approved', await this.people.idOf('reviewer'), null);
  }

  private async evidenceFor(
    requirements: readonly CategoryRequirement[],
    { name }: DemoExpert,
    expertId: string,
  ): Promise<Record<string, string>> {
    const ids: Record<string, string> = {};
    for (const { key } of requirements.filter(({ kind }) => kind === 'file'))
      ids[key] = (await this.uploads.add(expertId, `${key}.pdf`, drawDiploma(name))).id;
    return ids;
  }
}

function answersTo(
  requirements: readonly CategoryRequirement[],
  { experience }: DemoExpert,
): Record<string, string> {
  return Object.fromEntries(
    requirements.flatMap(({ key, kind }) => {
      if (kind === 'file') return [];
      return [[key, kind === 'confirm' ? 'yes' : experience]];
    }),
  );
}
