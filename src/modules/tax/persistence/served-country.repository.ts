import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ServedCountryRecord } from './served-country.record.js';

@Injectable()
export class ServedCountryRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async countries(): Promise<string[]> {
    const records = await this.unitOfWork.manager.find(ServedCountryRecord, {
      order: { country: 'ASC' },
    });
    return records.map(({ country }) => country);
  }

  async add(record: ServedCountryRecord): Promise<void> {
    await this.unitOfWork.manager.insert(ServedCountryRecord, { ...record });
  }
}
