import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer, ThreadQuestion } from './thread-protocol.js';

/** The thread's end of `ThreadCalls`: answers one question after the other. */
export function answerCalls<Question, Answer>(
  answer: (question: Question) => Answer | Promise<Answer>,
): void {
  let last: Promise<void> = Promise.resolve();
  parentPort?.on('message', ({ id, question }: ThreadQuestion<Question>) => {
    last = last.then(() => answerOne(id, question));
  });

  async function answerOne(id: number, question: Question): Promise<void> {
    try {
      post({ id, answer: await answer(question) });
    } catch (error) {
      post({ id, problem: error instanceof Error ? (error.stack ?? error.message) : 'unknown' });
    }
  }

  function post(message: ThreadAnswer<Answer>): void {
    parentPort?.postMessage(message);
  }
}
