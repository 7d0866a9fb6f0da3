import { ApiProperty } from '@nestjs/swagger';
import { Me } from '../../../modules/accounts/index.js';

/* Shapes of the HTTP API; money travels as a decimal string of minor units, instants as RFC 3339 in UTC. */

export class ServedCountry {
  @ApiProperty()
  code!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  displayInclusive!: boolean;
}

export class MeViewDisplay {
  @ApiProperty()
  country!: string;
  @ApiProperty()
  language!: string;
  @ApiProperty()
  currencyHint!: string;
  @ApiProperty({ nullable: true, type: String })
  emergencyNumber!: string | null;
}

/** Whose form asks for the card: ours for the sandbox, else the provider's. */
export class PaymentForm {
  @ApiProperty({ enum: ['sandbox', 'stripe'] })
  provider!: 'sandbox' | 'stripe';
  @ApiProperty({ nullable: true, type: String, description: "What the provider's form works with" })
  publishableKey!: string | null;
}

export class MeView {
  @ApiProperty({ nullable: true, type: () => Me })
  person!: Me | null;
  @ApiProperty({ type: () => MeViewDisplay })
  display!: MeViewDisplay;
  @ApiProperty({ type: () => [ServedCountry] })
  servedCountries!: readonly ServedCountry[];
  @ApiProperty({ type: () => PaymentForm })
  payment!: PaymentForm;
}
