import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPerson } from '../../../platform/http/decorators.js';
import type { Principal } from '../../../platform/http/principal.js';
import { SaleReads } from '../application/sale-reads.js';
import { EarningsResponse } from './earnings.dto.js';

@ApiTags('billing')
@Controller('api/v1/studio/earnings')
export class EarningsController {
  constructor(private readonly sales: SaleReads) {}

  /** What each session brought the expert who asks, and when it is paid out. */
  @Get()
  @ApiOkResponse({ type: EarningsResponse })
  async own(@CurrentPerson() person: Principal): Promise<EarningsResponse> {
    return EarningsResponse.of(await this.sales.earningsOf(person.accountId));
  }
}
