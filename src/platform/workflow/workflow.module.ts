import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WorkflowEngine } from './workflow-engine.js';
import { WorkflowRunRecord } from './workflow-run.record.js';
import { WorkflowRuns } from './workflow-runs.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([WorkflowRunRecord])],
  providers: [WorkflowRuns, WorkflowEngine],
  exports: [WorkflowEngine],
})
export class WorkflowModule {}
