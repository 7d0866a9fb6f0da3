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

  static of(presence: OwnPresenceView): OwnPresenceResponse {
    return { wantsFree: presence.wantsFree, state: presence.state };
  }
}
