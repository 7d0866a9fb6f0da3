import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import type { OwnPresenceView } from '../application/presence.js';
import { PRESENCE_STATES, type PresenceState } from '../domain/presence.js';

export class PresenceRequest {
  @ApiProperty() @IsBoolean() free!: boolean;
}

export class OwnPresenceResponse {
  @ApiProperty() wantsFree!: boolean;
  @ApiProperty({ enum: PRESENCE_STATES }) state!: PresenceState;

  @ApiProperty({
    nullable: true,
    type: String,
    description: 'Until then rings by push keep the person free without an open page',
  })
  pushTrustedUntil!: string | null;

  static of(presence: OwnPresenceView): OwnPresenceResponse {
    const { wantsFree, state, pushTrustedUntil } = presence;
    return { wantsFree, state, pushTrustedUntil };
  }
}
