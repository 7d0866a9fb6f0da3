import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationRecord, DecisionRecord } from './persistence/application.record.js';
import { VettingFacade } from './vetting.facade.js';

@Module({
  imports: [TypeOrmModule.forFeature([ApplicationRecord, DecisionRecord])],
  providers: [VettingFacade],
  exports: [VettingFacade],
})
export class VettingModule {}
