import type Stripe from 'stripe';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../../platform/clock.js';

/** Stripe opens countries a few times a year. */
const KNOWN_HOURS = 24;

/** Where people can be paid out to from the operator's country: asked of Stripe, and remembered for a day. */
export class PayableCountries {
  private known: {
    readonly countries: ReadonlySet<string>;
    readonly until: Temporal.Instant;
  } | null = null;
  private asking: Promise<ReadonlySet<string>> | null = null;

  constructor(
    private readonly stripe: Stripe,
    private readonly operatorCountry: string,
    private readonly clock: Clock,
  ) {}

  /** @throws whatever the client throws, when it was never known */
  async has(country: string): Promise<boolean> {
    if (this.known && Temporal.Instant.compare(this.clock.now(), this.known.until) < 0)
      return this.known.countries.has(country);
    this.asking ??= this.ask().finally(() => (this.asking = null));
    return (await this.asking).has(country);
  }

  /** What was known yesterday is better than nothing while Stripe does not answer. */
  private async ask(): Promise<ReadonlySet<string>> {
    try {
      const spec = await this.stripe.countrySpecs.retrieve(this.operatorCountry);
      const countries = new Set([this.operatorCountry, ...spec.supported_transfer_countries]);
      this.known = { countries, until: this.clock.now().add({ hours: KNOWN_HOURS }) };
      return countries;
    } catch (error) {
      if (this.known) return this.known.countries;
      throw error;
    }
  }
}
