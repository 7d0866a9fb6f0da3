import type { SfuRefusalCode } from './sfu/sfu-refusal.js';
import type { Sfu } from './sfu/sfu.js';
import type { MediaEvent, OutgoingSignal } from './video-port.js';

/** What the main thread may ask of the media thread; `close` waits until every connection is gone. */
export type SfuMethod =
  | 'openRoom'
  | 'closeRoom'
  | 'admit'
  | 'signal'
  | 'remove'
  | 'participants'
  | 'joinGenerated'
  | 'startRecording'
  | 'recordingReport'
  | 'stopRecording'
  | 'load'
  | 'close';

export type SfuArguments<M extends SfuMethod> = Parameters<Sfu[M]>;
export type SfuAnswer<M extends SfuMethod> = Awaited<ReturnType<Sfu[M]>>;

export interface WorkerRequest {
  readonly id: number;
  readonly method: SfuMethod;
  readonly args: readonly unknown[];
}

export type WorkerMessage =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | {
      readonly kind: 'refused';
      readonly id: number;
      /** `broken` is a fault of ours: the detail is for the log. */
      readonly code: SfuRefusalCode | 'broken';
      readonly detail: string;
    }
  | { readonly kind: 'event'; readonly event: MediaEvent }
  | { readonly kind: 'signal'; readonly signal: OutgoingSignal }
  /** Something went wrong that did not stop the thread. */
  | { readonly kind: 'problem'; readonly detail: string };
