import { Controller, Get, Header, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentPerson, Roles } from '../../../platform/http/decorators.js';
import type { Principal } from '../../../platform/http/principal.js';
import { PayoutReads, type StatementLine } from '../application/payout-reads.js';
import { statementCsv, type StatementRow } from '../domain/statement-csv.js';
import { PayoutsResponse } from './payouts.dto.js';

@ApiTags('billing')
@Roles('expert')
@Controller('api/v1/studio/payouts')
export class PayoutsController {
  constructor(private readonly payouts: PayoutReads) {}

  /** Where an expert's money goes, what comes next and why not, and what was sent so far. */
  @Get()
  @ApiOkResponse({ type: PayoutsResponse })
  async own(@CurrentPerson() person: Principal): Promise<PayoutsResponse> {
    return PayoutsResponse.of(await this.payouts.of(person.accountId));
  }

  /** Every session of one payout, as a table for bookkeeping. */
  @Get(':id/statement.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="statement.csv"')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async statement(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentPerson() person: Principal,
  ): Promise<string> {
    const { lines } = await this.payouts.statement(id, person.accountId);
    return statementCsv(lines.map(rowOf));
  }
}

function rowOf({ performedAt, ...line }: StatementLine): StatementRow {
  return { ...line, performedOn: performedAt.slice(0, 10) };
}
