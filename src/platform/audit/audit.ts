import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Ids } from '../ids.js';
import { AuditRecord } from './audit.record.js';

/** One thing that a member of staff did or read. */
export interface AuditNote {
  readonly actorId: string;
  /** `module.noun.verb`, e.g. `vetting.application.approve`. */
  readonly action: string;
  readonly subjectKind: string;
  /** Null when it was about a list. */
  readonly subjectId: string | null;
  /**
   * Ids, counts and outcomes. Never names, addresses or texts: an entry is never changed, so it could
   * not be erased with the person.
   */
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface AuditEntry extends AuditNote {
  readonly id: string;
  /** RFC 3339, UTC. */
  readonly at: string;
}

/** The log of what staff did and read: written once, never changed; the store refuses it. */
@Injectable()
export class Audit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async record(note: AuditNote): Promise<void> {
    await this.unitOfWork.manager.insert(AuditRecord, {
      id: this.ids.next(),
      at: this.clock.now(),
      actorId: note.actorId,
      action: note.action,
      subjectKind: note.subjectKind,
      subjectId: note.subjectId,
      facts: note.facts as object,
    });
  }

  /** Newest first. */
  async list(
    page: { readonly offset: number; readonly limit: number },
    only: Partial<Pick<AuditNote, 'actorId' | 'action' | 'subjectKind' | 'subjectId'>> = {},
  ): Promise<{ items: AuditEntry[]; total: number }> {
    const [records, total] = await this.unitOfWork.manager.findAndCount(AuditRecord, {
      where: only as Record<string, string>,
      order: { id: 'DESC' },
      skip: page.offset,
      take: page.limit,
    });
    return { items: records.map(entryOf), total };
  }

  async entry(id: string): Promise<AuditEntry | null> {
    const record = await this.unitOfWork.manager.findOneBy(AuditRecord, { id });
    return record ? entryOf(record) : null;
  }
}

function entryOf(record: AuditRecord): AuditEntry {
  return {
    id: record.id,
    at: record.at.toString(),
    actorId: record.actorId,
    action: record.action,
    subjectKind: record.subjectKind,
    subjectId: record.subjectId,
    facts: record.facts,
  };
}
