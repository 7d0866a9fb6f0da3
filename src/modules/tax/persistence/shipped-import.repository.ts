import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ShippedImportRecord } from './shipped-import.record.js';

@Injectable()
export class ShippedImportRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async has(fingerprint: string): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(ShippedImportRecord, { fingerprint });
  }

  /** @throws an error for which `isUniqueViolation` holds when another process added it */
  async add(record: ShippedImportRecord): Promise<void> {
    await this.unitOfWork.manager.insert(ShippedImportRecord, { ...record });
  }
}
