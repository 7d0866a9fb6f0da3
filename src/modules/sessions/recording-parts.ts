import { FinishRecordings } from './application/finish-recordings.js';
import { RecordingConsents } from './application/recording-consents.js';
import { RecordingKeeper } from './application/recording-keeper.js';
import { RecordingLinks } from './application/recording-links.js';
import { RecordingPress } from './media/finish/recording-press.js';
import {
  DeletionCertificateRecord,
  RecordingConsentRecord,
  RecordingFileRecord,
  RecordingRecord,
  RecordingTermsRecord,
  ReportRecord,
} from './persistence/recording.records.js';
import { RecordingRepository } from './persistence/recording.repository.js';
import { RecordingsFacade } from './recordings.facade.js';

/** What recording adds to the module. */
export const RECORDING_RECORDS = [
  RecordingTermsRecord,
  RecordingConsentRecord,
  RecordingRecord,
  RecordingFileRecord,
  DeletionCertificateRecord,
  ReportRecord,
];

export const RECORDING_PROVIDERS = [
  RecordingRepository,
  RecordingKeeper,
  RecordingConsents,
  RecordingLinks,
  RecordingPress,
  FinishRecordings,
  RecordingsFacade,
];
