import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { isUniqueViolation } from '../database/errors.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Ids } from '../ids.js';
import { Outbox } from '../outbox/outbox.js';
import { WorkflowRunRecord } from './workflow-run.record.js';

/** A run that nobody moved for this long belonged to a process that died. */
const RESUME_AFTER_SECONDS = 30;

/** The one table in which every workflow remembers how far it came. */
@Injectable()
export class WorkflowRuns {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Finds the run of this key or begins it; a job that would resume it after a crash comes with it. */
  async findOrBegin(
    name: string,
    runKey: string,
    input: unknown,
  ): Promise<{ run: WorkflowRunRecord; isNew: boolean }> {
    const known = await this.find(name, runKey);
    if (known) return { run: known, isNew: false };
    try {
      return { run: await this.begin(name, runKey, input), isNew: true };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return {
        run: await this.unitOfWork.manager.findOneByOrFail(WorkflowRunRecord, { name, runKey }),
        isNew: false,
      };
    }
  }

  byId(id: string): Promise<WorkflowRunRecord | null> {
    return this.unitOfWork.manager.findOneBy(WorkflowRunRecord, { id });
  }

  async save(run: WorkflowRunRecord): Promise<void> {
    run.changedAt = this.clock.now();
    await this.unitOfWork.run(async () => {
      await this.unitOfWork.manager.save(WorkflowRunRecord, run);
      if (run.state === 'done' || run.state === 'undone') await this.outbox.cancel(jobKey(run.id));
      else await this.scheduleResume(run.id);
    });
  }

  private find(name: string, runKey: string): Promise<WorkflowRunRecord | null> {
    return this.unitOfWork.manager.findOneBy(WorkflowRunRecord, { name, runKey });
  }

  private begin(name: string, runKey: string, input: unknown): Promise<WorkflowRunRecord> {
    return this.unitOfWork.run(async () => {
      const now = this.clock.now();
      const run = this.unitOfWork.manager.create(WorkflowRunRecord, {
        id: this.ids.next(),
        name,
        runKey,
        state: 'running' as const,
        stepsDone: 0,
        input: input as object,
        results: {},
        lastError: null,
        startedAt: now,
        changedAt: now,
      });
      await this.unitOfWork.manager.insert(WorkflowRunRecord, run as never);
      await this.scheduleResume(run.id);
      return run;
    });
  }

  private scheduleResume(runId: string): Promise<void> {
    return this.outbox.schedule({
      name: 'platform.resume-workflow',
      key: jobKey(runId),
      dueAt: this.clock.now().add({ seconds: RESUME_AFTER_SECONDS }).toString(),
      payload: { runId },
    });
  }
}

function jobKey(runId: string): string {
  return `resume-workflow:${runId}`;
}
