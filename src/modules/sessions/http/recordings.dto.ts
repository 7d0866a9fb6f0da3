import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, Matches, MaxLength } from 'class-validator';
import type { LinkUse } from '../application/recording-links.js';
import type {
  CertificateView,
  PurposeView,
  RecordingFileView,
  RecordingView,
  RoomRecordingView,
} from '../application/recording-views.js';
import { RECORDING_PURPOSES, type RecordingPurpose } from '../domain/recording-rule.js';

const BANS = ['for_child', 'category_forbids', 'offer_forbids', 'not_offered'] as const;
const CAUSES = ['time_is_up', 'asked_by_learner', 'asked_by_expert'] as const;
const ENDS = [
  'session_over',
  'consent_withdrawn',
  'not_together',
  'reported',
  'could_not_start',
  'broke_off',
] as const;
export const REPORT_REASONS = ['harassment', 'danger', 'fraud', 'something_else'] as const;
export const LINK_USES = ['play', 'download'] as const satisfies readonly LinkUse[];

export class RecordingPurposeState implements PurposeView {
  @ApiProperty({ enum: RECORDING_PURPOSES }) purpose!: RecordingPurpose;
  @ApiProperty() haveIAgreed!: boolean;
  @ApiProperty() hasOtherAgreed!: boolean;
  @ApiProperty({ enum: ['off', 'starting', 'recording', 'failed'] })
  state!: PurposeView['state'];
  @ApiProperty({ type: String, nullable: true }) since!: string | null;
  @ApiProperty({ type: String, nullable: true }) problem!: string | null;
  @ApiProperty() keepHours!: number;
}

export class RoomRecording implements RoomRecordingView {
  @ApiProperty() wording!: string;
  @ApiProperty({ enum: BANS, nullable: true }) ban!: RoomRecordingView['ban'];
  @ApiProperty({ type: () => [RecordingPurposeState] }) purposes!: readonly RecordingPurposeState[];
}

export class RecordingConsentRequest {
  @ApiProperty({ enum: RECORDING_PURPOSES }) @IsIn(RECORDING_PURPOSES) purpose!: RecordingPurpose;
  @ApiProperty() @IsBoolean() hasAgreed!: boolean;
  /** Name of the words that were shown. */
  @ApiProperty() @IsString() @Matches(/^[\w.-]{1,24}$/) wording!: string;
  /** BCP 47 tag of the language they were shown in. */
  @ApiProperty() @Matches(/^[\w-]{2,12}$/) language!: string;
}

export class RecordingGapSpan {
  @ApiProperty() personId!: string;
  @ApiProperty({ enum: ['camera', 'microphone', 'screen'] })
  source!: 'camera' | 'microphone' | 'screen';
  @ApiProperty() fromMs!: number;
  @ApiProperty() toMs!: number;
  @ApiProperty({ enum: ['off', 'restart', 'lost'] }) reason!: 'off' | 'restart' | 'lost';
}

export class RecordingFile implements RecordingFileView {
  @ApiProperty() id!: string;
  @ApiProperty() personId!: string;
  @ApiProperty({ enum: ['person', 'screen'] }) kind!: 'person' | 'screen';
  @ApiProperty() sizeKib!: number;
  @ApiProperty() sha256!: string;
  @ApiProperty() hasPicture!: boolean;
  @ApiProperty() hasSound!: boolean;
  @ApiProperty() width!: number;
  @ApiProperty() height!: number;
}

export class Recording implements RecordingView {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: RECORDING_PURPOSES }) purpose!: RecordingPurpose;
  @ApiProperty({ enum: ['finishing', 'ready', 'failed'] }) state!: RecordingView['state'];
  @ApiProperty({ enum: ENDS, nullable: true }) endReason!: RecordingView['endReason'];
  @ApiProperty() beganAt!: string;
  @ApiProperty({ type: Number, nullable: true }) durationMs!: number | null;
  @ApiProperty({ type: String, nullable: true }) keepUntil!: string | null;
  @ApiProperty({ enum: ['open_report', 'open_claim'], nullable: true })
  frozenBy!: RecordingView['frozenBy'];
  @ApiProperty({ type: () => [RecordingGapSpan] }) gaps!: readonly RecordingGapSpan[];
  @ApiProperty({ type: () => [RecordingFile] }) files!: readonly RecordingFile[];
}

export class DeletedFile {
  @ApiProperty() sha256!: string;
  @ApiProperty() sizeKib!: number;
}

export class DeletionCertificate implements CertificateView {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: RECORDING_PURPOSES }) purpose!: RecordingPurpose;
  @ApiProperty({ enum: CAUSES }) cause!: CertificateView['cause'];
  @ApiProperty() rule!: string;
  @ApiProperty() deletedAt!: string;
  @ApiProperty({ type: () => [DeletedFile] }) files!: readonly DeletedFile[];
}

export class RecordingList {
  @ApiProperty({ type: () => [Recording] }) items!: readonly Recording[];
  /** What was there and was deleted. */
  @ApiProperty({ type: () => [DeletionCertificate] })
  certificates!: readonly DeletionCertificate[];
}

export class RecordingLinksRequest {
  @ApiProperty({ enum: LINK_USES }) @IsIn(LINK_USES) use!: LinkUse;
}

export class RecordingAddress {
  @ApiProperty() fileId!: string;
  /** For whoever asked, for a short time. */
  @ApiProperty() url!: string;
}

export class RecordingAddressList {
  @ApiProperty({ type: () => [RecordingAddress] }) items!: readonly RecordingAddress[];
}

export class ReportRequest {
  @ApiProperty({ enum: REPORT_REASONS })
  @IsIn(REPORT_REASONS)
  reason!: (typeof REPORT_REASONS)[number];
  @ApiProperty() @IsString() @MaxLength(2_000) text!: string;
}

export class ReportState {
  @ApiProperty() hasReported!: boolean;
}

export class RecordingLinkQuery {
  @IsIn(LINK_USES) use!: LinkUse;
  @Matches(/^\d{1,12}$/) expires!: string;
  @Matches(/^[0-9a-f]{64}$/) signature!: string;
}
