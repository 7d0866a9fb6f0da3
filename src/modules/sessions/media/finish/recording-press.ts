import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ThreadCalls } from '../../../../platform/threads/thread-calls.js';
import type { FinishedRecording, FinishOrder } from './finish-recording.js';

/** An hour of two people takes some seconds; a disk may be slow. */
const ANSWER_MS_MAX = 10 * 60_000;

/** Joins and checks recordings on a thread of its own. */
@Injectable()
export class RecordingPress implements OnApplicationShutdown {
  private readonly thread = new ThreadCalls<FinishOrder, FinishedRecording>({
    name: 'recordings',
    file: new URL('./finish.worker.js', import.meta.url),
    limitMs: ANSWER_MS_MAX,
  });

  async finish(order: FinishOrder): Promise<FinishedRecording> {
    // Node cannot start a TypeScript file as a thread: run from source, it is done where it is asked for.
    if (import.meta.url.endsWith('.ts'))
      return (await import('./finish-recording.js')).finishRecording(order);
    return this.thread.ask(order);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.stop();
  }
}
