import type { MediaKindSent } from '../../video-port.js';
import type { MediaFrame } from '../../webm/webm-parts.js';

export interface FrameSource {
  readonly personId: string;
  readonly source: MediaKindSent;
}

export interface KeptFrame extends MediaFrame {
  /** Of a key picture. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** Where the frames of one recording go. */
export interface FrameKeeper {
  keep(from: FrameSource, frame: KeptFrame): void;
  note(line: string): void;
  /** Called about every second. @throws Error when nothing can be kept any more */
  flush(): Promise<void>;
  /** The last call. @param keeps false: whatever can still be forgotten is */
  close(keeps: boolean): Promise<void>;
}

export function keyOf({ personId, source }: FrameSource): string {
  return `${personId}.${source}`;
}
