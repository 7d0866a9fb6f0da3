import { Controller, Get, Param, ParseUUIDPipe, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { Type } from 'class-transformer';
import type { FastifyRequest } from 'fastify';
import { AccountsFacade } from '../../modules/accounts/index.js';
import {
  CatalogFacade,
  type SearchQuery,
  SOON_STEPS,
  type SoonStep,
  STAR_STEPS,
} from '../../modules/catalog/index.js';
import { ReviewsFacade } from '../../modules/reviews/index.js';
import { VettingFacade } from '../../modules/vetting/index.js';
import { Public } from '../../platform/http/decorators.js';
import { NotFoundError } from '../../shared/domain-error.js';
import { Askers } from './reads/asker.js';
import { expertBriefOf, ListingCards } from './reads/listing-cards.js';
import { ListingReader } from './reads/listing-reader.js';
import { PAGE_SIZE, SearchReader } from './reads/search-reader.js';
import {
  Category,
  ExpertPage,
  HomePage,
  ListingPage,
  PRICE_MODELS,
  type PriceModel,
} from './views/listing.view.js';
import { SearchPage } from './views/search.view.js';

const REVIEWS_SHOWN = 20;
const SOON_VALUES = SOON_STEPS.map(({ value }) => value);
const SORTS = ['best', 'price', 'rating'] as const;

export class SearchRequest {
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(300) q?: string;
  @ApiProperty({ required: false }) @IsOptional() @Matches(/^[a-z0-9-]{1,80}$/) category?: string;
  @ApiProperty({ required: false })
  @IsOptional()
  @Matches(/^[a-z]{2}(-[A-Z]{2})?$/)
  language?: string;
  @ApiProperty({ required: false, enum: PRICE_MODELS })
  @IsOptional()
  @IsIn(PRICE_MODELS)
  price?: PriceModel;
  @ApiProperty({ required: false, description: 'range of what a visit costs, `EUR:10-25`' })
  @IsOptional()
  @Matches(/^[A-Z]{3}:\d{1,9}-\d{0,9}$/)
  priceBand?: string;
  @ApiProperty({
    required: false,
    enum: SOON_VALUES,
    description: 'free now, or with a slot that begins by then',
  })
  @IsOptional()
  @IsIn(SOON_VALUES)
  soonest?: SoonStep;
  @ApiProperty({ required: false, enum: ['1'] }) @IsOptional() @IsIn(['1']) freeNow?: string;
  @ApiProperty({ required: false, enum: STAR_STEPS, description: 'at least so many stars' })
  @IsOptional()
  @Type(() => Number)
  @IsIn(STAR_STEPS)
  stars?: (typeof STAR_STEPS)[number];
  @ApiProperty({ required: false, enum: SORTS })
  @IsOptional()
  @IsIn(SORTS)
  sort?: (typeof SORTS)[number];
  @ApiProperty({ required: false, description: 'nextCursor of the page before' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(10_000)
  cursor?: number;
}

export class CategoryList {
  @ApiProperty({ type: () => [Category] }) items!: Category[];
}

export class CategoryAddress {
  @ApiProperty() slug!: string;
}

/** What anybody may read: home, search, categories, offers and experts. */
@ApiTags('catalog')
@Public()
@Controller('api/v1')
export class CatalogPagesController {
  constructor(
    private readonly catalog: CatalogFacade,
    private readonly accounts: AccountsFacade,
    private readonly vetting: VettingFacade,
    private readonly reviews: ReviewsFacade,
    private readonly cards: ListingCards,
    private readonly finder: SearchReader,
    private readonly offers: ListingReader,
    private readonly askers: Askers,
  ) {}

  @Get('home')
  @ApiOkResponse({ type: HomePage })
  async home(@Req() request: FastifyRequest): Promise<HomePage> {
    const asker = await this.askers.of(request);
    const { hits } = await this.catalog.search({
      text: '',
      freeNow: true,
      sort: 'best',
      offset: 0,
      limit: PAGE_SIZE,
    });
    const freeNow = onePerExpert(
      await this.cards.byIds(
        hits.map(({ listingId }) => listingId),
        asker,
      ),
    );
    return {
      categories: await this.catalog.categoryViews(asker.language),
      freeNow,
      stats: { expertsFreeNow: freeNow.length },
    };
  }

  @Get('categories')
  @ApiOkResponse({ type: CategoryList })
  async categories(@Req() request: FastifyRequest): Promise<CategoryList> {
    return { items: await this.catalog.categoryViews((await this.askers.of(request)).language) };
  }

  /** By an address that it has or had; where the slug in the answer is another, the address has moved for ever. */
  @Get('categories/at/:slug')
  @ApiOkResponse({ type: CategoryAddress })
  async categoryAt(@Param('slug') slug: string): Promise<CategoryAddress> {
    const category = await this.catalog.categoryAt(slug);
    if (category.state !== 'open') throw new NotFoundError('category');
    return { slug: category.slug };
  }

  @Get('search')
  @ApiOkResponse({ type: SearchPage })
  async search(@Req() request: FastifyRequest, @Query() query: SearchRequest): Promise<SearchPage> {
    return this.finder.page(toSearchQuery(query), await this.askers.of(request));
  }

  @Get('listings/:id')
  @ApiOkResponse({ type: ListingPage })
  async listing(
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ListingPage> {
    const asker = await this.askers.of(request);
    return this.offers.page(await this.catalog.liveListing(id, asker.language), asker, 'live');
  }

  @Get('experts/:id')
  @ApiOkResponse({ type: ExpertPage })
  async expert(
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ExpertPage> {
    const asker = await this.askers.of(request);
    const person = (await this.accounts.people([id])).get(id);
    const application = await this.vetting.applicationOf(id);
    if (!person || application?.state !== 'approved') throw new NotFoundError('expert');
    const listings = await this.cards.of(
      await this.catalog.liveListingsOf(id, asker.language),
      asker,
    );
    const languages = [...new Set(listings.flatMap((card) => card.languages))];
    return {
      expert: {
        ...expertBriefOf(person, languages),
        about: application.about,
        memberSince: person.createdAt,
      },
      listings,
      reviews: await this.reviews.ofExpert(id, REVIEWS_SHOWN),
      rating: (await this.reviews.ratings([id])).get(id) ?? null,
    };
  }
}

function toSearchQuery(request: SearchRequest): Omit<SearchQuery, 'limit'> {
  const { q, category, language, price, priceBand, soonest, stars, freeNow, sort, cursor } =
    request;
  return {
    text: q ?? '',
    sort: sort ?? 'best',
    offset: cursor ?? 0,
    freeNow: freeNow === '1',
    ...(category ? { category } : {}),
    ...(language ? { language } : {}),
    ...(price ? { price } : {}),
    ...(priceBand ? { priceBand } : {}),
    ...(soonest ? { soonest } : {}),
    ...(stars ? { minStars: stars } : {}),
  };
}

/** The row of faces on the home page shows each person once. */
function onePerExpert<T extends { expert: { id: string } }>(cards: readonly T[]): T[] {
  return [
    ...new Map([...cards].reverse().map((card) => [card.expert.id, card])).values(),
  ].reverse();
}
