import { ApiProperty } from '@nestjs/swagger';
import { ListingCard } from './listing.view.js';

const WHY_SHOWN = [
  'free_now',
  'title',
  'category',
  'summary',
  'expert',
  'description',
  'well_rated',
  'newcomer',
] as const;

export class TextRange {
  @ApiProperty()
  start!: number;
  @ApiProperty()
  length!: number;
}

export class Highlights {
  @ApiProperty({ type: () => [TextRange] })
  title!: readonly TextRange[];
  @ApiProperty({ type: () => [TextRange] })
  summary!: readonly TextRange[];
}

export class SearchResult extends ListingCard {
  @ApiProperty({
    enum: WHY_SHOWN,
    isArray: true,
    description:
      'Where the words were found, best place first, and what else put it where it stands',
  })
  why!: readonly (typeof WHY_SHOWN)[number][];
  @ApiProperty({
    type: () => Highlights,
    description: 'Parts of the texts that answer the words, in UTF-16 units',
  })
  highlights!: Highlights;
}

export class Facet {
  @ApiProperty()
  value!: string;
  @ApiProperty()
  label!: string;
  @ApiProperty()
  count!: number;
}

export class SearchPageFacets {
  @ApiProperty({ type: () => [Facet] })
  category!: readonly Facet[];
  @ApiProperty({ type: () => [Facet] })
  language!: readonly Facet[];
  @ApiProperty({ type: () => [Facet] })
  price!: readonly Facet[];
  @ApiProperty({
    type: () => [Facet],
    description:
      'What a visit costs, in the currency that this visitor sees prices in; by the minute a visit is 20 minutes',
  })
  priceBand!: readonly Facet[];
  @ApiProperty({
    type: () => [Facet],
    description: 'Each step counts those before it and who is free now; at most five minutes old',
  })
  soonest!: readonly Facet[];
  @ApiProperty({ type: () => [Facet] })
  stars!: readonly Facet[];
  @ApiProperty({ type: () => [Facet] })
  freeNow!: readonly Facet[];
}

export class Emergency {
  @ApiProperty({
    nullable: true,
    type: String,
    description: 'The number to call in the country of the visitor, where it is known',
  })
  number!: string | null;
}

export class SearchPage {
  @ApiProperty({
    nullable: true,
    type: () => Emergency,
    description: 'Set when the words speak of an emergency; shown before everything else',
  })
  emergency!: Emergency | null;
  @ApiProperty({ type: () => [SearchResult] })
  items!: readonly SearchResult[];
  @ApiProperty()
  total!: number;
  @ApiProperty({ type: () => SearchPageFacets })
  facets!: SearchPageFacets;
  @ApiProperty({ nullable: true, type: String })
  nextCursor!: string | null;
  @ApiProperty({ nullable: true, type: String })
  corrected!: string | null;
}
