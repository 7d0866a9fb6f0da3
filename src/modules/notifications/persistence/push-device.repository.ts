import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { PushDevice } from '../domain/push-device.js';
import { PushDeviceRecord } from './push-device.record.js';

@Injectable()
export class PushDeviceRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async byId(id: string): Promise<PushDevice | null> {
    const record = await this.unitOfWork.manager.findOneBy(PushDeviceRecord, { id });
    return record ? deviceOf(record) : null;
  }

  /** Oldest first. */
  async ofPerson(personId: string): Promise<PushDevice[]> {
    const records = await this.unitOfWork.manager.find(PushDeviceRecord, {
      where: { personId },
      order: { id: 'ASC' },
    });
    return records.map(deviceOf);
  }

  countOf(personId: string): Promise<number> {
    return this.unitOfWork.manager.countBy(PushDeviceRecord, { personId });
  }

  async byEndpoint(endpoint: string): Promise<PushDevice | null> {
    const record = await this.unitOfWork.manager.findOneBy(PushDeviceRecord, {
      endpointHash: hashOf(endpoint),
    });
    return record ? deviceOf(record) : null;
  }

  /** @returns false when this browser is known already */
  async add(device: PushDevice): Promise<boolean> {
    try {
      const { id, personId, signInId, endpoint, p256dh, auth, createdAt } = device;
      await this.unitOfWork.manager.insert(PushDeviceRecord, {
        ...{ id, personId, signInId, endpoint, p256dh, auth, createdAt },
        endpointHash: hashOf(endpoint),
      });
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  /** The same browser with new keys, or in another person's name by now. */
  async renew({ endpoint, personId, signInId, p256dh, auth }: PushDevice): Promise<void> {
    await this.unitOfWork.manager.update(
      PushDeviceRecord,
      { endpointHash: hashOf(endpoint) },
      { personId, signInId, p256dh, auth },
    );
  }

  /** @returns whether it was there */
  async remove(id: string): Promise<boolean> {
    return (await this.unitOfWork.manager.delete(PushDeviceRecord, { id })).affected === 1;
  }
}

function deviceOf(record: PushDeviceRecord): PushDevice {
  const { id, personId, signInId, endpoint, p256dh, auth, createdAt } = record;
  return { id, personId, signInId, endpoint, p256dh, auth, createdAt };
}

function hashOf(endpoint: string): string {
  return createHash('sha256').update(endpoint).digest('hex');
}
