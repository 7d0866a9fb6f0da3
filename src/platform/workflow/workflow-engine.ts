import { Injectable } from '@nestjs/common';
import { DomainError } from '../../shared/domain-error.js';
import { Logger } from '../logging/logger.js';
import { OnJob } from '../outbox/handlers.js';
import type { StepContext, Workflow, WorkflowStep } from './workflow.js';
import type { WorkflowRunRecord } from './workflow-run.record.js';
import { WorkflowRuns } from './workflow-runs.js';

/** The run of this key was taken back earlier; the refusal is told again to whoever repeats the call. */
export class WorkflowUndoneError extends DomainError {
  constructor(name: string, reason: string | null) {
    super('conflict', 'workflow.undone', `${name} was taken back: ${reason ?? 'unknown reason'}`);
  }
}

/** Runs workflows step by step, remembers each, takes back what a refusal left half done, resumes after a crash. */
@Injectable()
export class WorkflowEngine {
  private readonly known = new Map<string, Workflow<unknown>>();

  constructor(
    private readonly runs: WorkflowRuns,
    private readonly logger: Logger,
  ) {}

  /** Makes the workflow resumable; call once at start. */
  register<Input>(workflow: Workflow<Input>): void {
    this.known.set(workflow.name, workflow as unknown as Workflow<unknown>);
  }

  /**
   * Runs the workflow to its end, or joins the run that has the same key.
   *
   * @returns what each step gave back, by its name
   * @throws whatever a step before the pivot refused with, after the earlier steps were undone
   */
  async run<Input>(
    workflow: Workflow<Input>,
    runKey: string,
    input: Input,
  ): Promise<Readonly<Record<string, unknown>>> {
    const { run } = await this.runs.findOrBegin(workflow.name, runKey, input);
    if (run.state === 'undone' || run.state === 'undoing')
      throw new WorkflowUndoneError(workflow.name, run.lastError);
    await this.proceed(workflow, run);
    return run.results;
  }

  @OnJob('platform.resume-workflow')
  async resume(payload: object): Promise<void> {
    const run = await this.runs.byId((payload as { runId: string }).runId);
    if (!run || run.state === 'done' || run.state === 'undone') return;
    const workflow = this.known.get(run.name);
    if (!workflow) throw new Error(`the workflow ${run.name} is not registered`);
    if (run.state === 'undoing') return this.undo(workflow, run);
    await this.proceed(workflow, run).catch((error: unknown) => {
      if (run.state !== 'undone') throw error;
    });
  }

  private async proceed<Input>(workflow: Workflow<Input>, run: WorkflowRunRecord): Promise<void> {
    for (const step of workflow.steps.slice(run.stepsDone)) {
      try {
        const result = await step.act(contextOf<Input>(run, step));
        run.results = { ...run.results, [step.name]: result ?? null };
        run.stepsDone += 1;
      } catch (error) {
        await this.fail(workflow, run, step, error);
        throw error;
      }
      await this.runs.save(run);
    }
    run.state = 'done';
    await this.runs.save(run);
  }

  private async fail<Input>(
    workflow: Workflow<Input>,
    run: WorkflowRunRecord,
    step: WorkflowStep<Input>,
    error: unknown,
  ): Promise<void> {
    run.lastError = error instanceof DomainError ? error.code : String(error);
    this.logger.warn(`${workflow.name} stopped at ${step.name}`, {
      runId: run.id,
      reason: run.lastError,
    });
    // A refusal is an answer and is undone; anything else may pass, so the run is tried again.
    if (step.isFinal || !(error instanceof DomainError) || error.kind === 'unavailable')
      return this.runs.save(run);
    run.state = 'undoing';
    await this.runs.save(run);
    await this.undo(workflow, run);
  }

  private async undo<Input>(workflow: Workflow<Input>, run: WorkflowRunRecord): Promise<void> {
    for (const step of workflow.steps.slice(0, run.stepsDone).reverse()) {
      await step.undo?.(contextOf<Input>(run, step));
      run.stepsDone -= 1;
      await this.runs.save(run);
    }
    run.state = 'undone';
    await this.runs.save(run);
  }
}

function contextOf<Input>(run: WorkflowRunRecord, step: WorkflowStep<Input>): StepContext<Input> {
  return {
    runId: run.id,
    input: run.input as Input,
    stepKey: `${run.id}:${step.name}`,
    result: <T>(stepName: string): T => {
      if (!(stepName in run.results))
        throw new Error(`${run.name}: ${step.name} needs ${stepName}, which has not run`);
      return run.results[stepName] as T;
    },
  };
}
