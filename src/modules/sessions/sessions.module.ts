import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from '../../platform/clock.js';
import { AppConfig, Secrets } from '../../platform/config/config.js';
import { Logger } from '../../platform/logging/logger.js';
import { AttendanceLog } from './application/attendance-log.js';
import { Extensions } from './application/extensions.js';
import { MediaMetrics } from './application/media-metrics.js';
import { Messages } from './application/messages.js';
import { RunningSessions } from './application/running-sessions.js';
import { SeatKeys } from './application/seat-keys.js';
import { SessionCopies } from './application/session-copies.js';
import { SessionPauses } from './application/session-pauses.js';
import { SessionRuntime } from './application/session-runtime.js';
import { VideoWebhooks } from './application/video-webhooks.js';
import { Stills } from './application/stills.js';
import { VIDEO_PORT } from './application/video-port.token.js';
import { DOCUMENT_CONTROLLERS, DOCUMENT_PROVIDERS, DOCUMENT_RECORDS } from './document-parts.js';
import { RoomFilesController } from './http/room-files.controller.js';
import { RecordingsController } from './http/recordings.controller.js';
import { VideoWebhooksController } from './http/video-webhooks.controller.js';
import { chooseVideo } from './media/choose-video.js';
import { ExtensionRecord } from './persistence/extension.record.js';
import { ExtensionRepository } from './persistence/extension.repository.js';
import { SessionLeases } from './persistence/session-leases.js';
import {
  AttendanceRecord,
  MessageFileRecord,
  MessageRecord,
  MeterEntryRecord,
  SessionRecord,
  StillRecord,
  StrokeRecord,
  VideoWebhookRecord,
} from './persistence/session.records.js';
import { SessionRepository } from './persistence/session.repository.js';
import { DrawingGateway } from './realtime/drawing.gateway.js';
import { RoomGateway } from './realtime/room.gateway.js';
import { RECORDING_PROVIDERS, RECORDING_RECORDS } from './recording-parts.js';
import { RecordingsFacade } from './recordings.facade.js';
import { SessionHistoryFacade } from './history.facade.js';
import { SessionsFacade } from './sessions.facade.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      SessionRecord,
      ExtensionRecord,
      MeterEntryRecord,
      AttendanceRecord,
      MessageRecord,
      MessageFileRecord,
      VideoWebhookRecord,
      StillRecord,
      StrokeRecord,
      ...DOCUMENT_RECORDS,
      ...RECORDING_RECORDS,
    ]),
  ],
  controllers: [
    VideoWebhooksController,
    RecordingsController,
    RoomFilesController,
    ...DOCUMENT_CONTROLLERS,
  ],
  providers: [
    SessionRepository,
    SessionLeases,
    SessionCopies,
    VideoWebhooks,
    AttendanceLog,
    Messages,
    Stills,
    SeatKeys,
    RunningSessions,
    SessionPauses,
    Extensions,
    ExtensionRepository,
    MediaMetrics,
    SessionRuntime,
    SessionsFacade,
    ...RECORDING_PROVIDERS,
    RoomGateway,
    DrawingGateway,
    ...DOCUMENT_PROVIDERS,
    SessionHistoryFacade,
    {
      provide: VIDEO_PORT,
      inject: [AppConfig, Secrets, Clock, Logger],
      useFactory: chooseVideo,
    },
  ],
  exports: [SessionsFacade, SessionHistoryFacade, RecordingsFacade],
})
export class SessionsModule {}
