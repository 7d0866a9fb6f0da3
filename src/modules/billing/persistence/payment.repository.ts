import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import type { PaymentStanding } from '../domain/payment.js';
import { PaymentRecord } from './payment.records.js';

@Injectable()
export class PaymentRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(record: PaymentRecord): Promise<void> {
    await this.unitOfWork.manager.insert(PaymentRecord, record);
  }

  /** @throws NotFoundError */
  async load(id: string): Promise<PaymentRecord> {
    const record = await this.unitOfWork.manager.findOneBy(PaymentRecord, { id });
    if (!record) throw new NotFoundError('payment');
    return record;
  }

  byRequestKey(requestKey: string): Promise<PaymentRecord | null> {
    return this.unitOfWork.manager.findOneBy(PaymentRecord, { requestKey });
  }

  /** By the provider's id or, before that was kept, by the reference that we gave it. */
  async byProvider(provider: string, providerRef: string): Promise<PaymentRecord | null> {
    return this.unitOfWork.manager.findOneBy(PaymentRecord, { provider, providerRef });
  }

  find(id: string): Promise<PaymentRecord | null> {
    return this.unitOfWork.manager.findOneBy(PaymentRecord, { id });
  }

  /** @returns false when the payment no longer stands where it was read */
  async advance(
    known: PaymentRecord,
    changes: PaymentStanding &
      Pick<
        PaymentRecord,
        'changedAt' | 'providerRef' | 'holdEndsAt' | 'cardBrand' | 'cardLastFour'
      >,
  ): Promise<boolean> {
    const { id, state, refundedMinor } = known;
    const result = await this.unitOfWork.manager.update(
      PaymentRecord,
      { id, state, refundedMinor },
      changes,
    );
    return result.affected === 1;
  }
}
