import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { CatalogFacade } from '../../modules/catalog/index.js';
import { Public } from '../../platform/http/decorators.js';
import { Askers } from './reads/asker.js';

const KINDS = ['category', 'listing'] as const;

export class SuggestionRequest {
  @ApiProperty() @IsString() @MaxLength(300) q!: string;
}

export class Suggestion {
  @ApiProperty({ enum: KINDS }) kind!: (typeof KINDS)[number];
  @ApiProperty() label!: string;
  @ApiProperty({ description: 'Language of the label' }) language!: string;
  @ApiProperty({ description: 'Address of its page' }) path!: string;
}

export class SuggestionList {
  @ApiProperty({ type: () => [Suggestion] }) items!: Suggestion[];
}

/** What somebody who is still typing may mean. */
@ApiTags('catalog')
@Public()
@Controller('api/v1/search/suggestions')
export class SuggestionsController {
  constructor(
    private readonly catalog: CatalogFacade,
    private readonly askers: Askers,
  ) {}

  @Get()
  @ApiOkResponse({ type: SuggestionList })
  async list(
    @Req() request: FastifyRequest,
    @Query() { q }: SuggestionRequest,
  ): Promise<SuggestionList> {
    const { language } = await this.askers.of(request);
    const { categories, listings } = await this.catalog.suggest(q, language);
    return {
      items: [
        ...categories.map(({ slug, name }) => ({
          kind: 'category' as const,
          label: name,
          language,
          path: `/categories/${slug}`,
        })),
        ...listings.map(({ id, title, languages }) => ({
          kind: 'listing' as const,
          label: title,
          language: languages[0] ?? language,
          path: `/listings/${id}`,
        })),
      ],
    };
  }
}
