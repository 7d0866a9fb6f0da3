import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditRecord } from './audit.record.js';
import { Audit } from './audit.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AuditRecord])],
  providers: [Audit],
  exports: [Audit],
})
export class AuditModule {}
