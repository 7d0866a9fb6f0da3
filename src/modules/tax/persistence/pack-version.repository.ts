import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { PackVersionState } from '../domain/pack-version.js';
import type { PackFile } from '../domain/pack.js';
import { PackVersionRecord } from './pack-version.record.js';

/** A version without its body. */
export type PackVersionHead = Pick<
  PackVersionRecord,
  'id' | 'jurisdiction' | 'version' | 'hash' | 'state'
>;

@Injectable()
export class PackVersionRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async heads(): Promise<PackVersionHead[]> {
    return this.unitOfWork.manager.find(PackVersionRecord, {
      select: { id: true, jurisdiction: true, version: true, hash: true, state: true },
      order: { jurisdiction: 'ASC', version: 'ASC' },
    });
  }

  /** The versions that decide. Every price asks this, so the rows are read without making records of them. */
  async liveHeads(): Promise<Omit<PackVersionHead, 'state'>[]> {
    const rows = await this.unitOfWork.manager
      .createQueryBuilder(PackVersionRecord, 'pack')
      .select('pack.id', 'id')
      .addSelect('pack.jurisdiction', 'jurisdiction')
      .addSelect('pack.version', 'version')
      .addSelect('pack.hash', 'hash')
      .where('pack.state = :state', { state: 'live' })
      .orderBy('pack.jurisdiction')
      .addOrderBy('pack.version')
      .getRawMany<{ id: string; jurisdiction: string; version: number | string; hash: string }>();
    return rows.map((row) => ({ ...row, version: Number(row.version) }));
  }

  /** @throws an error for which `isUniqueViolation` holds when another process added the version */
  async add(record: PackVersionRecord): Promise<void> {
    await this.unitOfWork.manager.insert(PackVersionRecord, {
      ...record,
      body: record.body as object,
    });
  }

  /** Several bodies at once, by version id. */
  async bodies(ids: readonly string[]): Promise<ReadonlyMap<string, PackFile>> {
    if (ids.length === 0) return new Map();
    const records = await this.unitOfWork.manager.find(PackVersionRecord, {
      select: { id: true, body: true },
      where: { id: In([...ids]) },
    });
    // What was stored had passed the schema.
    return new Map(records.map(({ id, body }) => [id, body as PackFile]));
  }

  async body(id: string): Promise<PackFile> {
    const record = await this.unitOfWork.manager.findOneByOrFail(PackVersionRecord, { id });
    // What was stored had passed the schema.
    return record.body as PackFile;
  }

  /** Compare and set; false when the version is in another state by now. */
  async move(
    id: string,
    from: PackVersionState,
    to: PackVersionState,
    approver: string | null,
  ): Promise<boolean> {
    const { affected } = await this.unitOfWork.manager.update(
      PackVersionRecord,
      { id, state: from },
      { state: to, ...(approver !== null && { approver }) },
    );
    return affected === 1;
  }
}
