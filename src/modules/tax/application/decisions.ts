import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson } from '../../../shared/canonical-json.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import { accept, type Verdict } from '../../../shared/verdict.js';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import type { TaxDecision } from '../domain/decision.js';
import type { TaxRefusal } from '../domain/refusal.js';
import { TaxDecisionKeyReusedError } from '../domain/tax.errors.js';
import { decisionFromJson, toStoredJson } from '../persistence/decision-json.js';
import type { DecisionRecord } from '../persistence/decision.record.js';
import { DecisionRepository } from '../persistence/decision.repository.js';

export interface StoredDecision {
  readonly decisionId: string;
  readonly decision: TaxDecision;
}

/** Final decisions: one per key, kept as they were made. */
@Injectable()
export class Decisions {
  constructor(
    private readonly repository: DecisionRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * The decision of a key: the stored one, or a new one that is stored now. A refusal is not stored,
   * so that the question can be asked again when a pack was adopted.
   *
   * @throws TaxDecisionKeyReusedError when the key was used with other facts
   */
  async decideOnce(
    decisionKey: string,
    facts: object,
    decide: () => Promise<Verdict<TaxDecision, TaxRefusal>>,
  ): Promise<Verdict<StoredDecision, TaxRefusal>> {
    const questionHash = createHash('sha256')
      .update(canonicalJson(toStoredJson(facts)))
      .digest('hex');
    const known = await this.repository.byKey(decisionKey);
    if (known) return accept(sameQuestion(known, questionHash));
    const verdict = await decide();
    if (!verdict.ok) return verdict;
    return accept(await this.store({ decisionKey, questionHash, facts, decision: verdict.value }));
  }

  /** @throws NotFoundError */
  async byId(decisionId: string): Promise<StoredDecision> {
    const record = await this.repository.byId(decisionId);
    if (!record) throw new NotFoundError('tax_decision');
    return storedOf(record);
  }

  private async store(made: {
    readonly decisionKey: string;
    readonly questionHash: string;
    readonly facts: object;
    readonly decision: TaxDecision;
  }): Promise<StoredDecision> {
    const record: DecisionRecord = {
      id: this.ids.next(),
      decisionKey: made.decisionKey,
      kind: made.decision.kind,
      questionHash: made.questionHash,
      facts: toStoredJson(made.facts),
      result: toStoredJson(made.decision),
      decidedAt: this.clock.now(),
    };
    try {
      await this.unitOfWork.run(() => this.repository.add(record));
      return storedOf(record);
    } catch (error) {
      const winner = isUniqueViolation(error)
        ? await this.repository.byKey(made.decisionKey)
        : null;
      if (!winner) throw error;
      return sameQuestion(winner, made.questionHash);
    }
  }
}

function sameQuestion(record: DecisionRecord, questionHash: string): StoredDecision {
  if (record.questionHash !== questionHash) throw new TaxDecisionKeyReusedError(record.decisionKey);
  return storedOf(record);
}

function storedOf({ id, result }: DecisionRecord): StoredDecision {
  return { decisionId: id, decision: decisionFromJson(result) };
}
