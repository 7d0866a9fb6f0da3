export { NotificationsModule } from './notifications.module.js';
export { type Notice, NotificationsFacade, type Topic } from './notifications.facade.js';
