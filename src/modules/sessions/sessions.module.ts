import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from '../../platform/clock.js';
import { AppConfig } from '../../platform/config/config.js';
import { Logger } from '../../platform/logging/logger.js';
import { AttendanceLog } from './application/attendance-log.js';
import { Messages } from './application/messages.js';
import { SeatKeys } from './application/seat-keys.js';
import { SessionRuntime } from './application/session-runtime.js';
import { VIDEO_PORT } from './application/video-port.token.js';
import { EmbeddedVideo } from './media/embedded-video.js';
import type { VideoPort } from './media/video-port.js';
import {
  AttendanceRecord,
  MessageRecord,
  MeterEntryRecord,
  SessionRecord,
} from './persistence/session.records.js';
import { SessionRepository } from './persistence/session.repository.js';
import { RoomGateway } from './realtime/room.gateway.js';
import { SessionsFacade } from './sessions.facade.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([SessionRecord, MeterEntryRecord, AttendanceRecord, MessageRecord]),
  ],
  providers: [
    SessionRepository,
    AttendanceLog,
    Messages,
    SeatKeys,
    SessionRuntime,
    SessionsFacade,
    RoomGateway,
    {
      provide: VIDEO_PORT,
      inject: [AppConfig, Clock, Logger],
      useFactory: (config: AppConfig, clock: Clock, logger: Logger): VideoPort =>
        new EmbeddedVideo({
          publicAddress: config.media.publicAddress,
          portRange:
            config.media.publicAddress === null
              ? null
              : [config.media.udpPortMin, config.media.udpPortMax],
          nowMs: () => clock.now().epochMilliseconds,
          report: ({ kind, detail }) => logger.warn(`video ${kind}`, { detail }),
        }),
    },
  ],
  exports: [SessionsFacade],
})
export class SessionsModule {}
