import { ApiProperty } from '@nestjs/swagger';

/* Shapes of the HTTP API; money travels as a decimal string of minor units, instants as RFC 3339 in UTC. */

export class Money {
  @ApiProperty()
  amountMinor!: string;
  @ApiProperty()
  currency!: string;
}
