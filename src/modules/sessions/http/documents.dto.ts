import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import type { DocumentFormat, VersionKind, Writers } from '../domain/document.js';

const FORMATS = ['text', 'docx'] as const;
const WRITERS = ['both', 'author'] as const;
const KINDS = ['opened', 'saved', 'restored', 'ended'] as const;

export class NewDocumentRequest {
  @ApiProperty({ description: 'Made by the browser; asking twice opens one.' })
  @Matches(/^[\w-]{1,64}$/)
  clientId!: string;
  @ApiProperty({ required: false, description: 'A file name, for a new text.' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  name?: string;
  @ApiProperty({ required: false, description: 'A file that is opened as a text.' })
  @IsOptional()
  @IsUUID()
  fileId?: string;
}

export class DocumentChangeRequest {
  @ApiProperty({ enum: WRITERS })
  @IsIn(WRITERS)
  writers!: Writers;
}

export class SaveVersionRequest {
  @ApiProperty({ description: 'What it is called in the history; may be empty.' })
  @IsString()
  @MaxLength(100)
  name!: string;
}

export class SharedDocument {
  @ApiProperty() id!: string;
  @ApiProperty() clientId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: FORMATS }) format!: DocumentFormat;
  @ApiProperty({ enum: WRITERS }) writers!: Writers;
  @ApiProperty() createdBy!: string;
  @ApiProperty() createdAt!: string;
}

export class SharedDocumentList {
  @ApiProperty({ type: () => [SharedDocument] }) items!: readonly SharedDocument[];
}

export class DocumentVersion {
  @ApiProperty() number!: number;
  @ApiProperty({ enum: KINDS }) kind!: VersionKind;
  @ApiProperty() name!: string;
  @ApiProperty({ nullable: true, type: String }) savedBy!: string | null;
  @ApiProperty() savedAt!: string;
  @ApiProperty({ nullable: true, type: Number }) restoredFrom!: number | null;
}

export class DocumentVersionList {
  @ApiProperty({ type: () => [DocumentVersion] }) items!: readonly DocumentVersion[];
}

export class DocumentText {
  @ApiProperty() text!: string;
}
