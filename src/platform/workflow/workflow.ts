/** What a step is given: where the run stands and what earlier steps gave back. */
export interface StepContext<Input> {
  readonly runId: string;
  readonly input: Input;
  /** Unique to this run and step: the idempotency key of the call the step makes. */
  readonly stepKey: string;
  /** What an earlier step gave back. */
  result<T>(stepName: string): T;
}

type Act<Input> = (context: StepContext<Input>) => Promise<unknown>;

export interface WorkflowStep<Input> {
  readonly name: string;
  readonly act: Act<Input>;
  /** Takes the step back; called when a later step before the pivot refuses. */
  readonly undo?: Act<Input>;
  /** From the pivot on nothing is undone: a step that fails is tried again until it is done. */
  readonly isFinal: boolean;
}

/**
 * A journey through several modules: steps that can be undone, then one pivot, then steps that are
 * only retried. Inputs and results are JSON; each step is idempotent on its step key.
 */
export class Workflow<Input> {
  private constructor(
    readonly name: string,
    readonly steps: readonly WorkflowStep<Input>[],
  ) {}

  static named<Input>(name: string): Workflow<Input> {
    return new Workflow<Input>(name, []);
  }

  step(name: string, act: Act<Input>, undo?: Act<Input>): Workflow<Input> {
    if (this.steps.some((step) => step.isFinal))
      throw new Error(`${this.name}: ${name} comes after the pivot, where nothing is undone`);
    return this.with({ name, act, isFinal: false, ...(undo ? { undo } : {}) });
  }

  /** The step after which there is no way back. */
  pivot(name: string, act: Act<Input>): Workflow<Input> {
    return this.with({ name, act, isFinal: false });
  }

  then(name: string, act: Act<Input>): Workflow<Input> {
    return this.with({ name, act, isFinal: true });
  }

  private with(step: WorkflowStep<Input>): Workflow<Input> {
    if (this.steps.some((known) => known.name === step.name))
      throw new Error(`${this.name} has two steps called ${step.name}`);
    return new Workflow<Input>(this.name, [...this.steps, step]);
  }
}
