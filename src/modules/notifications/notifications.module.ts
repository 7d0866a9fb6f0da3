import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AnswerTokens } from './application/answer-tokens.js';
import { PushDevices } from './application/push-devices.js';
import { Push } from './application/push.js';
import { PushController } from './http/push.controller.js';
import { VapidKeys } from './integrations/vapid-keys.js';
import { WebPushSender } from './integrations/web-push-sender.js';
import { NotificationsFacade } from './notifications.facade.js';
import { PushDeviceRecord } from './persistence/push-device.record.js';
import { PushDeviceRepository } from './persistence/push-device.repository.js';

@Module({
  imports: [TypeOrmModule.forFeature([PushDeviceRecord])],
  controllers: [PushController],
  providers: [
    PushDeviceRepository,
    PushDevices,
    Push,
    AnswerTokens,
    VapidKeys,
    WebPushSender,
    NotificationsFacade,
  ],
  exports: [NotificationsFacade],
})
export class NotificationsModule {}
