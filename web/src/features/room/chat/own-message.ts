import type { SentFile } from '../../../shared/api/contract';

/** A message of this page that the server has not taken yet. */
export interface OwnMessage {
  readonly clientId: string;
  readonly text: string;
  /** The server has these already. */
  readonly files: readonly SentFile[];
  readonly hasFailed: boolean;
}
