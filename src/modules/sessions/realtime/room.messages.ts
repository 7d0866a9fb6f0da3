import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

const FILES_PER_MESSAGE_MAX = 10;

export class EnterRoomMessage {
  @IsUUID() sessionId!: string;
  @IsOptional() @IsUUID() participantId?: string;
}

export class LeaveRoomMessage {
  @IsUUID() sessionId!: string;
}

export class SignalMessage {
  @IsUUID() sessionId!: string;
  /** The connector's own words; the media server checks them. */
  @IsNotEmpty() message!: unknown;
}

export class ChatMessage {
  @IsUUID() sessionId!: string;
  @IsString() @Matches(/^[\w-]{1,64}$/) clientId!: string;
  /** May be empty where there are files. */
  @IsString() @MaxLength(4_000) text!: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(FILES_PER_MESSAGE_MAX)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  fileIds?: string[];
}

export class LineMessage {
  @IsUUID() sessionId!: string;
  /** What is still sent of the picture. */
  @IsIn(['full', 'low', 'stills', 'sound']) rung!: 'full' | 'low' | 'stills' | 'sound';
}

export class HeartbeatMessage {
  @IsUUID() sessionId!: string;
  @IsInt() @Min(1) seq!: number;
  @IsBoolean() connected!: boolean;
  @Matches(/^[0-9a-f]{64}$/) mac!: string;
}

export class FreezeMessage {
  @IsUUID() sessionId!: string;
  @IsUUID() fileId!: string;
  @IsInt() @Min(1) @Max(8_192) width!: number;
  @IsInt() @Min(1) @Max(8_192) height!: number;
}

export class StrokeMessage {
  @IsUUID() sessionId!: string;
  @IsUUID() stillId!: string;
  @IsString() @Matches(/^[\w-]{1,64}$/) clientId!: string;
  /** Checked by the rule of strokes. */
  @IsArray() points!: unknown;
}

export class TakeBackMessage {
  @IsUUID() sessionId!: string;
  @IsUUID() stillId!: string;
  @IsIn(['last', 'all']) which!: 'last' | 'all';
}
