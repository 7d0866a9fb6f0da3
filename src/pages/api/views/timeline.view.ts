import { ApiProperty } from '@nestjs/swagger';
import { DocumentVersion, SharedDocument } from '../../../modules/sessions/index.js';
import { ChatMessage, SessionView, Still } from './session.view.js';

export const TIMELINE_KINDS = [
  'came',
  'left',
  'meter',
  'message',
  'still',
  'document',
  'version',
] as const;

/** One moment of a session; what it is about is in the field of its kind. */
export class TimelineItem {
  @ApiProperty({ enum: TIMELINE_KINDS })
  kind!: (typeof TIMELINE_KINDS)[number];
  @ApiProperty()
  at!: string;
  @ApiProperty({ nullable: true, type: String, required: false })
  by?: string | null;
  @ApiProperty({ required: false, enum: ['opened', 'started', 'stopped', 'closed'] })
  meter?: 'opened' | 'started' | 'stopped' | 'closed';
  @ApiProperty({ required: false })
  reason?: string;
  @ApiProperty({ required: false, type: () => ChatMessage })
  message?: ChatMessage;
  @ApiProperty({ required: false, type: () => Still })
  still?: Still;
  @ApiProperty({ required: false, type: () => SharedDocument })
  document?: SharedDocument;
  @ApiProperty({ required: false, type: () => DocumentVersion })
  version?: DocumentVersion;
}

export class Timeline {
  @ApiProperty({ type: () => SessionView })
  session!: SessionView;
  @ApiProperty({ type: () => [TimelineItem] })
  items!: readonly TimelineItem[];
}
