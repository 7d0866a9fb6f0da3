export { SessionsModule } from './sessions.module.js';
export {
  type JoinedSeat,
  type NewSession,
  type SessionBill,
  SessionsFacade,
} from './sessions.facade.js';
export type { MeterView, SessionRole, SessionView } from './application/session-view.js';
export type { StillView, StrokeView } from './application/stills.js';
export type { MessageView } from './application/messages.js';
export type { EndReason, SessionState } from './domain/session-state.js';
export type { MeterEntry, MeterLog } from './domain/meter.js';
export type { SessionBegan, SessionEnded } from './domain/sessions.events.js';
export { RoomNotOpenYetError, SessionOverError } from './domain/sessions.errors.js';
export type { ExtensionView } from './application/extensions.js';
export {
  EXTENSION_MINUTES,
  type ExtensionMinutes,
  mayAgree,
  mayPropose,
} from './domain/extension.js';
export { ExtensionClosedError, NotExtendableError } from './domain/extension.errors.js';
export { PAUSE_REASONS, type PausedFor, type PauseReason } from './domain/pause.js';
export type { ExtensionClosed } from './domain/sessions.events.js';
export {
  type OpenedRecording,
  RecordingsFacade,
  type SessionRecordingTerms,
} from './recordings.facade.js';
export type { CertificateView, RecordingView } from './application/recording-views.js';
export { RecordingFrozenError } from './domain/recording.errors.js';
export { DeletionCertificate, Recording, RecordingList } from './http/recordings.dto.js';
export { type HistoryItem, SessionHistoryFacade } from './history.facade.js';
export type { DocumentView, VersionView } from './application/document-views.js';
export { SharedDocument, DocumentVersion } from './http/documents.dto.js';
