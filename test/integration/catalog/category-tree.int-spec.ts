import {
  CatalogFacade,
  type CategoryDescription,
  CategoryInUseError,
  ListingsConcernedError,
  SlugTakenError,
  TaxCategoryLostError,
} from '../../../src/modules/catalog/index.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';
import { aListing, anExpert } from '../../support/world.js';

const AGREED = { toTaxChanges: true };
const NOT_ASKED = { toTaxChanges: false };
const KNOWN = ['hobby_class', 'consulting_personal', 'it_support'];

function called(slug: string, change: Partial<CategoryDescription> = {}): CategoryDescription {
  return {
    slug,
    icon: 'cooking',
    names: { en: `The ${slug}` },
    forbidsRecording: false,
    ...change,
  };
}

describe.each(STORES)('the tree of categories on %s', (kind) => {
  let test: TestApp;
  let catalog: CatalogFacade;
  let made = 0;
  beforeAll(async () => {
    test = await startTestApp({ store: kind });
    catalog = test.get(CatalogFacade);
  }, 60_000);
  afterAll(() => test.close());

  const aSlug = (): string => `category-${(made += 1)}`;
  const aCategory = async (parentId: string | null = null, slug = aSlug()): Promise<string> => {
    const id = await catalog.createCategory(parentId, called(slug));
    await catalog.mapCategoryTax(id, { advice: ['consulting_personal'] }, KNOWN, NOT_ASKED);
    return id;
  };
  const slugOf = async (id: string): Promise<string> => (await catalog.category(id)).slug;
  const search = async (category: string): Promise<string[]> => {
    await test.settle();
    const { hits } = await catalog.search({
      text: '',
      category,
      sort: 'best',
      offset: 0,
      limit: 20,
    });
    return hits.map(({ listingId }) => listingId);
  };

  it('leads from every address that a category ever had to where it is today', async () => {
    const id = await aCategory();
    const first = await slugOf(id);
    const [second, third] = [aSlug(), aSlug()];
    await catalog.describeCategory(id, called(second));
    await catalog.describeCategory(id, called(third));
    for (const address of [first, second, third])
      expect((await catalog.categoryAt(address)).slug).toBe(third);
    await catalog.describeCategory(id, called(first));
    expect((await catalog.categoryAt(third)).slug).toBe(first);
  });

  it('gives an address that somebody had to nobody else, also when two ask at once', async () => {
    const id = await aCategory();
    const old = await slugOf(id);
    await catalog.describeCategory(id, called(aSlug()));
    await expect(catalog.createCategory(null, called(old))).rejects.toThrow(SlugTakenError);
    const slug = aSlug();
    const outcomes = await Promise.allSettled([
      catalog.createCategory(null, called(slug)),
      catalog.createCategory(null, called(slug)),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('names every field that is wrong, and changes nothing', async () => {
    const wrong = { slug: 'Not an Address', icon: 'dragon', names: { fr: 'x'.repeat(61) } };
    await expect(
      catalog.createCategory(null, { ...wrong, forbidsRecording: false }),
    ).rejects.toMatchObject({
      problems: [
        { field: 'names.en', rule: 'required' },
        { field: 'names.fr', rule: 'too_long', facts: { max: 60 } },
        { field: 'slug', rule: 'slug' },
        { field: 'icon', rule: 'unknown' },
      ],
    });
  });

  it('never makes a circle, also when two moves that are right alone come at once', async () => {
    const [one, other] = [await aCategory(), await aCategory()];
    const outcomes = await Promise.allSettled([
      catalog.placeCategory(one, { parentId: other, afterId: null }, NOT_ASKED),
      catalog.placeCategory(other, { parentId: one, afterId: null }, NOT_ASKED),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(
      catalog.placeCategory(one, { parentId: one, afterId: null }, NOT_ASKED),
    ).rejects.toMatchObject({ code: 'catalog.category_circle' });
  });

  it('puts a category after the sibling that was named', async () => {
    const parent = await aCategory();
    const [a, b, c] = [await aCategory(parent), await aCategory(parent), await aCategory(parent)];
    await catalog.placeCategory(c, { parentId: parent, afterId: a }, NOT_ASKED);
    await catalog.placeCategory(b, { parentId: parent, afterId: null }, NOT_ASKED);
    const order = (await catalog.categoryNodes()).filter(({ parentId }) => parentId === parent);
    expect(order.map(({ id }) => id)).toEqual([b, a, c]);
  });

  it('shows a new name, address and place in search as soon as the event is through', async () => {
    const [home, id] = [await aCategory(), await aCategory()];
    const expert = await anExpert(test, 'Hana', id);
    const slug = aSlug();
    await catalog.describeCategory(id, called(slug, { names: { en: 'Zymurgy', fr: 'Brassage' } }));
    expect(await search(slug)).toEqual([expert.listingId]);
    const byName = await catalog.search({ text: 'brassage', sort: 'best', offset: 0, limit: 5 });
    expect(byName.hits.map(({ listingId }) => listingId)).toEqual([expert.listingId]);
    await catalog.placeCategory(id, { parentId: home, afterId: null }, NOT_ASKED);
    expect(await search(await slugOf(home))).toEqual([expert.listingId]);
  });

  it('takes listings, parts and addresses along when it is merged, and merged chains collapse', async () => {
    const [a, b, c] = [await aCategory(), await aCategory(), await aCategory()];
    const part = await aCategory(a);
    const [slugA, slugB, slugC] = [await slugOf(a), await slugOf(b), await slugOf(c)];
    const expert = await anExpert(test, 'Amir', a);
    const draft = await catalog.createListing(expert.id, aListing(a));
    await catalog.mergeCategory(a, b, NOT_ASKED);
    await catalog.mergeCategory(b, c, NOT_ASKED);
    for (const old of [slugA, slugB]) expect((await catalog.categoryAt(old)).slug).toBe(slugC);
    expect((await catalog.category(a)).id).toBe(c);
    expect((await catalog.liveListing(expert.listingId, 'en')).categorySlug).toBe(slugC);
    expect((await catalog.ownListing(draft, expert.id)).draft.categoryId).toBe(c);
    expect((await catalog.category(part)).parentId).toBe(c);
    expect(await search(slugA)).toEqual([expert.listingId]);
    const views = await catalog.categoryViews('en');
    expect(views.map(({ id }) => id)).not.toContain(a);
    expect(views.find(({ id }) => id === c)?.listingCount).toBe(1);
  });

  it('says which live listings a change of the tax categories concerns, and leaves none without', async () => {
    const id = await aCategory();
    const { listingId } = await anExpert(test, 'Tomo', id);
    const other = { advice: ['it_support', 'consulting_personal'] };
    await expect(catalog.mapCategoryTax(id, other, KNOWN, NOT_ASKED)).rejects.toThrow(
      ListingsConcernedError,
    );
    await expect(catalog.mapCategoryTax(id, other, KNOWN, NOT_ASKED)).rejects.toMatchObject({
      facts: {
        count: 1,
        effects: [{ listingId, before: 'consulting_personal', after: 'it_support' }],
      },
    });
    expect((await catalog.liveListing(listingId, 'en')).taxCategory).toBe('consulting_personal');
    await catalog.mapCategoryTax(id, other, KNOWN, AGREED);
    expect((await catalog.liveListing(listingId, 'en')).taxCategory).toBe('it_support');
    const none = { lesson: ['hobby_class'] };
    await expect(catalog.mapCategoryTax(id, none, KNOWN, AGREED)).rejects.toThrow(
      TaxCategoryLostError,
    );
    const target = await catalog.createCategory(null, called(aSlug()));
    await expect(catalog.mergeCategory(id, target, AGREED)).rejects.toThrow(TaxCategoryLostError);
    await expect(
      catalog.mapCategoryTax(id, { advice: ['magic'] }, KNOWN, AGREED),
    ).rejects.toMatchObject({ problems: [{ field: 'taxCategories.advice', rule: 'unknown' }] });
  });

  it('keeps the tax category that the expert picked when another becomes the usual one', async () => {
    const id = await aCategory();
    await catalog.mapCategoryTax(
      id,
      { advice: ['consulting_personal', 'it_support'] },
      KNOWN,
      NOT_ASKED,
    );
    const { listingId } = await anExpert(test, 'Ines', id, { taxCategory: 'consulting_personal' });
    await catalog.mapCategoryTax(
      id,
      { advice: ['it_support', 'consulting_personal'] },
      KNOWN,
      NOT_ASKED,
    );
    expect((await catalog.liveListing(listingId, 'en')).taxCategory).toBe('consulting_personal');
  });

  it('retires a category only when it is empty, and nothing new begins there', async () => {
    const [parent, full] = [await aCategory(), await aCategory()];
    const part = await aCategory(parent);
    const expert = await anExpert(test, 'Olek', full);
    await expect(catalog.retireCategory(full)).rejects.toThrow(CategoryInUseError);
    await expect(catalog.retireCategory(parent)).rejects.toMatchObject({
      facts: { listings: 0, parts: 1 },
    });
    await catalog.retireCategory(part);
    await expect(catalog.createListing(expert.id, aListing(part))).rejects.toMatchObject({
      code: 'catalog.category_closed',
    });
    expect((await catalog.categoryViews('en')).map(({ id }) => id)).not.toContain(part);
    await catalog.restoreCategory(part);
    expect((await catalog.categoryViews('en')).map(({ id }) => id)).toContain(part);
  });

  it('asks what the parents ask, with its own in their place or waived', async () => {
    const parent = await aCategory();
    const part = await aCategory(parent);
    const asked = (key: string, en: string) =>
      ({ key, kind: 'text', isRequired: true, label: { en } }) as const;
    await catalog.askInCategory(parent, [asked('years', 'Years'), asked('licence', 'Licence')]);
    await catalog.askInCategory(part, [
      asked('years', 'Years with children'),
      { ...asked('licence', ''), isWaived: true },
      asked('songs', 'Songs'),
    ]);
    const { requirements } = await catalog.category(part);
    expect(requirements.map(({ label }) => label['en'])).toEqual(['Years with children', 'Songs']);
  });
});
