import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { speaksOfEmergency } from '../domain/emergency-words.js';
import { keptWords } from '../domain/empty-search.js';
import { EmptySearchRecord } from '../persistence/catalog.records.js';
import { normalise, termsOf } from '../search/analyse.js';

const KEPT_DAYS = 90;
/** Who types nonsense all day fills no more than this. */
const QUESTIONS_PER_DAY_MAX = 2_000;

export interface EmptySearch {
  readonly id: string;
  /** YYYY-MM-DD, in UTC. */
  readonly day: string;
  readonly language: string;
  readonly words: string;
  readonly asked: number;
}

/** Questions that found nothing: which words, how often, on which day and in which language; never who asked. */
@Injectable()
export class EmptySearches {
  private purgedOn = '';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async note(text: string, language: string): Promise<void> {
    // Who was in danger is nobody's statistics.
    if (speaksOfEmergency(text, normalise)) return;
    const words = keptWords(termsOf(text));
    if (words === null) return;
    const day = this.daysAgo(0);
    if (this.purgedOn !== day) await this.purge(day);
    const question = { day, language, words };
    if (await this.count(question)) return;
    const { manager } = this.unitOfWork;
    if ((await manager.countBy(EmptySearchRecord, { day })) >= QUESTIONS_PER_DAY_MAX) return;
    try {
      await manager.insert(EmptySearchRecord, { id: this.ids.next(), ...question, asked: 1 });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      await this.count(question);
    }
  }

  /** The newest day first, what was asked most often before the rest. */
  async list(page: {
    readonly offset: number;
    readonly limit: number;
  }): Promise<{ items: EmptySearch[]; total: number }> {
    const [items, total] = await this.unitOfWork.manager.findAndCount(EmptySearchRecord, {
      order: { day: 'DESC', asked: 'DESC', words: 'ASC' },
      skip: page.offset,
      take: page.limit,
    });
    return { items, total };
  }

  async byId(id: string): Promise<EmptySearch | null> {
    return this.unitOfWork.manager.findOneBy(EmptySearchRecord, { id });
  }

  /** @returns whether it was asked before on that day */
  private async count(question: Pick<EmptySearch, 'day' | 'language' | 'words'>): Promise<boolean> {
    const { affected } = await this.unitOfWork.manager.increment(
      EmptySearchRecord,
      question,
      'asked',
      1,
    );
    return affected === 1;
  }

  private async purge(day: string): Promise<void> {
    this.purgedOn = day;
    await this.unitOfWork.manager.delete(EmptySearchRecord, {
      day: LessThan(this.daysAgo(KEPT_DAYS)),
    });
  }

  private daysAgo(days: number): string {
    return this.clock
      .now()
      .subtract({ hours: 24 * days })
      .toString()
      .slice(0, 10);
  }
}
