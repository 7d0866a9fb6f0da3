/** Work of one kind, one after the other in the order it was asked for; one that fails does not stop the next. */
export class InTurn {
  private last: Promise<void> = Promise.resolve();

  run(work: () => Promise<void>): Promise<void> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }
}
