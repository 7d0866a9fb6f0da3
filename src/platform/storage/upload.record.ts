import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  RefColumn,
  TextColumn,
} from '../database/columns.js';

/** A file that somebody sent: evidence, a photo of what is broken. */
@Entity('platform_uploads')
export class UploadRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'owner_id' }) ownerId!: string;
  @TextColumn({ name: 'file_name', length: 200 }) fileName!: string;
  @TextColumn({ name: 'content_type', length: 100 }) contentType!: string;
  @CountColumn({ name: 'size_bytes' }) sizeBytes!: number;
  @InstantColumn({ name: 'uploaded_at' }) uploadedAt!: Temporal.Instant;
}

/** Who besides the owner may read an upload, e.g. the expert who is being asked. */
@Entity('platform_upload_readers')
export class UploadReaderRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'upload_id' }) uploadId!: string;
  @RefColumn({ name: 'person_id' }) personId!: string;
}
