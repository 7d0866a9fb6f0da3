import { DomainError } from '../../../shared/domain-error.js';
import { DEVICES_MAX } from './push-device.js';

export class TooManyDevicesError extends DomainError {
  constructor() {
    super('refused', 'notifications.too_many_devices', 'no more browsers can be added', {
      max: DEVICES_MAX,
    });
  }
}

/** The answer of a notification is not one of ours, or its time is over. */
export class AnswerTokenError extends DomainError {
  constructor() {
    super('forbidden', 'notifications.answer_token', 'this notification can no longer be answered');
  }
}

/** The push service of a browser does not answer now; sending again may work. */
export class PushServiceError extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(`the push service did not take the message: ${why}`, options);
    this.name = 'PushServiceError';
  }
}
