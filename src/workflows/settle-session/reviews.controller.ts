import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsInt, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { ReviewsFacade } from '../../modules/reviews/index.js';
import { CurrentPerson } from '../../platform/http/decorators.js';
import type { Principal } from '../../platform/http/principal.js';

export class ReviewRequest {
  @ApiProperty() @IsUUID() sessionId!: string;
  @ApiProperty({ minimum: 1, maximum: 5 }) @IsInt() @Min(1) @Max(5) stars!: number;
  @ApiProperty() @IsString() @MaxLength(2_000) text!: string;
}

@ApiTags('sessions')
@Controller('api/v1/reviews')
export class ReviewsController {
  constructor(private readonly reviews: ReviewsFacade) {}

  /** What the learner says after a session that took place. */
  @Post()
  @HttpCode(204)
  @ApiNoContentResponse()
  async leave(
    @CurrentPerson() person: Principal,
    @Body() { sessionId, stars, text }: ReviewRequest,
  ): Promise<void> {
    await this.reviews.leave(sessionId, person.accountId, { stars, text });
  }
}
