import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';

const ENDPOINT_LENGTH_MAX = 2_000;

/** What a browser says when it subscribes. */
export class PushSubscriptionRequest {
  @ApiProperty() @IsString() @MaxLength(ENDPOINT_LENGTH_MAX) endpoint!: string;
  @ApiProperty({ description: 'Public key of the browser, base64url' })
  @IsString()
  @MaxLength(200)
  p256dh!: string;
  @ApiProperty({ description: 'Shared secret, base64url' })
  @IsString()
  @MaxLength(100)
  auth!: string;
}

export class ForgetPushRequest {
  @ApiProperty() @IsString() @MaxLength(ENDPOINT_LENGTH_MAX) endpoint!: string;
}

export class PushKeyResponse {
  @ApiProperty({ description: 'The key that browsers subscribe with, base64url' })
  publicKey!: string;
  @ApiProperty({ description: 'Browsers of this person that are reached' }) deviceCount!: number;
}
