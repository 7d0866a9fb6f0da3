import { Injectable } from '@nestjs/common';
import { Logger } from '../../../platform/logging/logger.js';
import { AccountsFacade } from '../../accounts/index.js';
import type { PushDevice } from '../domain/push-device.js';
import type { PushDelivery, PushMessage } from '../domain/push-message.js';
import { WebPushSender } from '../integrations/web-push-sender.js';
import { PushDeviceRepository } from '../persistence/push-device.repository.js';
import { PushDevices } from './push-devices.js';

/** Reaches one browser; one that is gone, or whose person signed out there, is forgotten. */
@Injectable()
export class Push {
  constructor(
    private readonly store: PushDeviceRepository,
    private readonly devices: PushDevices,
    private readonly sender: WebPushSender,
    private readonly accounts: AccountsFacade,
    private readonly logger: Logger,
  ) {}

  /** @returns whether the push service took it @throws PushServiceError when sending again may work */
  async send(deviceId: string, message: PushMessage, delivery: PushDelivery): Promise<boolean> {
    const device = await this.store.byId(deviceId);
    if (!device) return false;
    if (!(await this.accounts.isSignedIn(device.signInId)))
      return this.forget(device, 'signed out');
    const outcome = await this.sender.send(device, message, delivery);
    return outcome === 'sent' || this.forget(device, 'gone');
  }

  private async forget(device: PushDevice, why: string): Promise<false> {
    await this.devices.remove(device);
    this.logger.info('a browser is reached no more', { deviceId: device.id, why });
    return false;
  }
}
