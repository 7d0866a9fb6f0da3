import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SessionsModule } from '../sessions/index.js';
import { ReviewRecord } from './persistence/review.record.js';
import { ReviewsFacade } from './reviews.facade.js';

@Module({
  imports: [TypeOrmModule.forFeature([ReviewRecord]), SessionsModule],
  providers: [ReviewsFacade],
  exports: [ReviewsFacade],
})
export class ReviewsModule {}
