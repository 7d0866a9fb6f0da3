import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { AppConfig } from '../../../platform/config/config.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { News } from '../../../shared/domain-event.js';
import { InvalidInputError } from '../../../shared/domain-error.js';
import { TooManyDevicesError } from '../domain/notifications.errors.js';
import type { PushDevicesChanged } from '../domain/notifications.events.js';
import {
  checkSubscription,
  DEVICES_MAX,
  type PushDevice,
  type PushSubscription,
} from '../domain/push-device.js';
import { PushDeviceRepository } from '../persistence/push-device.repository.js';

interface SignedIn {
  readonly accountId: string;
  readonly signInId: string;
}

/** The browsers by which people want to be reached while no page is open. */
@Injectable()
export class PushDevices {
  constructor(
    private readonly devices: PushDeviceRepository,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly config: AppConfig,
  ) {}

  of(personId: string): Promise<PushDevice[]> {
    return this.devices.ofPerson(personId);
  }

  /**
   * Adds this browser. Again renews its keys; in another person's name it is theirs from then on.
   *
   * @throws InvalidInputError, TooManyDevicesError
   */
  async add(person: SignedIn, { endpoint, p256dh, auth }: PushSubscription): Promise<PushDevice> {
    const subscription: PushSubscription = { endpoint, p256dh, auth };
    const problems = checkSubscription(subscription, this.config.outbound.allowsLocalAddresses);
    if (problems.length > 0) throw new InvalidInputError(problems);
    const device: PushDevice = {
      ...subscription,
      id: this.ids.next(),
      personId: person.accountId,
      signInId: person.signInId,
      createdAt: this.clock.now(),
    };
    await this.unitOfWork.run(() => this.store(device));
    return (await this.devices.byEndpoint(subscription.endpoint)) ?? device;
  }

  /** This browser is not to be used any more; does nothing when it is unknown or another person's. */
  async forget(personId: string, endpoint: string): Promise<void> {
    const device = await this.devices.byEndpoint(endpoint);
    if (device?.personId === personId) await this.remove(device);
  }

  async remove(device: PushDevice): Promise<void> {
    await this.unitOfWork.run(async () => {
      if (await this.devices.remove(device.id)) await this.announce(device.personId);
    });
  }

  private async store(device: PushDevice): Promise<void> {
    const known = await this.devices.byEndpoint(device.endpoint);
    if (!known && (await this.devices.countOf(device.personId)) >= DEVICES_MAX)
      throw new TooManyDevicesError();
    if (known || !(await this.devices.add(device))) await this.devices.renew(device);
    await this.announce(device.personId);
    if (known && known.personId !== device.personId) await this.announce(known.personId);
  }

  private async announce(personId: string): Promise<void> {
    const news: News<PushDevicesChanged> = {
      name: 'notifications.push-devices.changed',
      aggregateId: personId,
      data: { personId, deviceCount: await this.devices.countOf(personId) },
    };
    await this.outbox.publish(news);
  }
}
