export { NotificationsModule } from './notifications.module.js';
export { type Notice, NotificationsFacade, type Topic } from './notifications.facade.js';
export type { Answerable } from './application/answer-tokens.js';
export { AnswerTokenError, PushServiceError } from './domain/notifications.errors.js';
export type { PushDevicesChanged } from './domain/notifications.events.js';
export type { PushAction, PushDelivery, PushMessage } from './domain/push-message.js';
