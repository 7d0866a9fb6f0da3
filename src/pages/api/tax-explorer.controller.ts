import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, Matches } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { TAX_CATEGORIES, type TaxCategory } from '../../modules/tax/index.js';
import { Public } from '../../platform/http/decorators.js';
import { Askers } from './reads/asker.js';
import { TaxExplorer } from './reads/tax-explorer.js';
import { TaxExplorerPage } from './views/tax-explorer.view.js';

/** A form that was sent with an empty field says nothing with it. */
const EmptyIsNothing = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value));

export class TaxExplorerRequest {
  @ApiProperty({ required: false, description: 'ISO 3166-1' })
  @EmptyIsNothing()
  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  seller?: string;
  @ApiProperty({ required: false, description: 'ISO 3166-2 without the country' })
  @EmptyIsNothing()
  @IsOptional()
  @Matches(/^[A-Z0-9]{1,3}$/i)
  sellerRegion?: string;
  @ApiProperty({ required: false, enum: ['1', '0'], description: 'The expert; 1 when left out' })
  @EmptyIsNothing()
  @IsOptional()
  @IsIn(['1', '0'])
  registered?: string;
  @ApiProperty({ required: false, description: 'ISO 3166-1' })
  @EmptyIsNothing()
  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  buyer?: string;
  @ApiProperty({ required: false, description: 'ISO 3166-2 without the country' })
  @EmptyIsNothing()
  @IsOptional()
  @Matches(/^[A-Z0-9]{1,3}$/i)
  buyerRegion?: string;
  @ApiProperty({ required: false, enum: ['1', '0'], description: 'The learner; 0 when left out' })
  @EmptyIsNothing()
  @IsOptional()
  @IsIn(['1', '0'])
  business?: string;
  @ApiProperty({
    required: false,
    description: 'Of a learner that is a business; taken as one that its register knows',
  })
  @EmptyIsNothing()
  @IsOptional()
  @Matches(/^[A-Z0-9 .-]{2,24}$/i)
  taxId?: string;
  @ApiProperty({ required: false, enum: TAX_CATEGORIES })
  @EmptyIsNothing()
  @IsOptional()
  @IsIn(TAX_CATEGORIES)
  category?: TaxCategory;
  @ApiProperty({ required: false, description: "In the main unit of the seller's currency" })
  @EmptyIsNothing()
  @IsOptional()
  @Matches(/^\d{1,7}(\.\d{1,3})?$/)
  price?: string;
}

@ApiTags('tax')
@Controller('api/v1/tax')
export class TaxExplorerController {
  constructor(
    private readonly askers: Askers,
    private readonly explorer: TaxExplorer,
  ) {}

  /** How a sale between any two countries would be taxed today; nothing is kept. */
  @Public()
  @Get('explorer')
  @ApiOkResponse({ type: TaxExplorerPage })
  async explore(
    @Req() request: FastifyRequest,
    @Query() query: TaxExplorerRequest,
  ): Promise<TaxExplorerPage> {
    return this.explorer.page(
      {
        seller: query.seller,
        sellerRegion: query.sellerRegion?.toUpperCase(),
        isRegistered: query.registered !== '0',
        buyer: query.buyer,
        buyerRegion: query.buyerRegion?.toUpperCase(),
        isBusiness: query.business === '1',
        taxId: query.taxId?.replace(/[ .-]/g, '').toUpperCase(),
        category: query.category,
        price: query.price,
      },
      await this.askers.of(request),
    );
  }
}
