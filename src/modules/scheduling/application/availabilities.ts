import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { InvalidInputError } from '../../../shared/domain-error.js';
import { ZoneTable } from '../../../shared/time/zone-table.js';
import { AccountsFacade } from '../../accounts/index.js';
import { type Availability, checkAvailability, unsetAvailability } from '../domain/availability.js';
import { AvailabilityRepository } from '../persistence/availability.repository.js';

/** When experts can be booked, as they set it. What is booked already stays, whatever is set. */
@Injectable()
export class Availabilities {
  constructor(
    private readonly availabilities: AvailabilityRepository,
    private readonly accounts: AccountsFacade,
    private readonly zones: ZoneTable,
    private readonly clock: Clock,
  ) {}

  /** No hours in the person's own zone, until something was set. @throws UnknownAccountError */
  async of(expertId: string): Promise<Availability> {
    const set = await this.availabilities.of(expertId);
    return set ?? unsetAvailability((await this.accounts.person(expertId)).timeZone);
  }

  /** @throws InvalidInputError listing every broken rule */
  async set(expertId: string, rules: Availability): Promise<void> {
    const checked = checkAvailability(rules);
    const problems = [
      ...(this.zones.has(rules.timeZone) ? [] : [{ field: 'timeZone', rule: 'time_zone' }]),
      ...(checked.ok ? [] : checked.refusal),
    ];
    if (problems.length > 0) throw new InvalidInputError(problems);
    await this.availabilities.set(expertId, rules, this.clock.now());
  }
}
