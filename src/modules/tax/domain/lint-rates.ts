import { dayAfter } from './days.js';
import type { LintFinding } from './lint-finding.js';
import type { PackBody, RatePeriod, RateTable } from './pack.js';
import { isKnownChecksum } from './tax-id.js';

/** A rate that ends within so many days is announced. */
const EXPIRY_NOTICE_DAYS = 60;

/** Dates of the rates and names of what they are used for. */
export function checkRates(body: PackBody, today: string): LintFinding[] {
  const finding = (
    severity: LintFinding['severity'],
    rule: string,
    message: string,
  ): LintFinding => ({ severity, jurisdiction: body.jurisdiction, rule, message });
  const tables: (readonly [string, RateTable])[] = [
    ['', body.rates],
    ...Object.entries(body.territoryRates ?? {}).map(
      ([code, table]) => [`${code} `, table] as const,
    ),
  ];
  const checksum = body.taxId?.checksum;
  return [
    ...tables.flatMap(([prefix, table]) =>
      Object.entries(table).flatMap(([rate, periods]) => [
        ...checkSequence(`${prefix}${rate}`, periods, (message) =>
          finding('error', 'rate-dates', message),
        ),
        ...checkBeginning(`${prefix}${rate}`, periods, body, (message) =>
          finding('error', 'rate-dates', message),
        ),
        ...checkEnd(`${prefix}${rate}`, periods, today, body.status, finding),
      ]),
    ),
    ...usedRates(body)
      .filter((rate) => !Object.hasOwn(body.rates, rate))
      .map((rate) => finding('error', 'rate-name', `no rate is called ${rate}`)),
    ...(checksum !== undefined && !isKnownChecksum(checksum)
      ? [finding('error', 'checksum', `${checksum} is not a known number`)]
      : []),
  ];
}

function checkSequence(
  rate: string,
  periods: readonly RatePeriod[],
  error: (message: string) => LintFinding,
): LintFinding[] {
  return periods.flatMap((period, index) => {
    const next = periods[index + 1];
    const end = period.to;
    if (end !== undefined && end < period.from)
      return [error(`${rate} from ${period.from} ends before it begins`)];
    if (!next) return [];
    if (end === undefined || end >= next.from)
      return [error(`${rate} has two values on ${next.from}`)];
    return dayAfter(end) === next.from ? [] : [error(`${rate} has no value from ${dayAfter(end)}`)];
  });
}

function checkBeginning(
  rate: string,
  periods: readonly RatePeriod[],
  { coversFrom, liability }: PackBody,
  error: (message: string) => LintFinding,
): LintFinding[] {
  const first = periods[0];
  const isThere = first !== undefined && first.from <= coversFrom;
  // A tax that begins later: until the day before, a rule without conditions settled every case.
  const beginsWithTax = liability.some(
    ({ when, treatment, to }) =>
      Object.keys(when).length === 0 &&
      treatment !== undefined &&
      to !== undefined &&
      dayAfter(to) === first?.from,
  );
  return isThere || beginsWithTax
    ? []
    : [error(`${rate} has no value on ${coversFrom}, the first day of the pack`)];
}

function checkEnd(
  rate: string,
  periods: readonly RatePeriod[],
  today: string,
  status: PackBody['status'],
  finding: (severity: LintFinding['severity'], rule: string, message: string) => LintFinding,
): LintFinding[] {
  const last = periods.at(-1);
  const end = [last?.expiresOn, last?.to].filter((day) => day !== undefined).sort()[0];
  if (end === undefined) return [];
  // A draft sells nothing anyway; in a pack that sells, a rate that ran out is an error.
  const severity = status === 'draft' ? 'warning' : 'error';
  if (end < today)
    return [finding(severity, 'rate-expired', `${rate} ended on ${end} and nothing follows`)];
  return end < dayAfter(today, EXPIRY_NOTICE_DAYS)
    ? [finding('warning', 'rate-expires', `${rate} ends on ${end}`)]
    : [];
}

function usedRates(body: PackBody): string[] {
  const rules = [...body.liability, ...body.treatments];
  return rules.flatMap(({ rate, components }) => [
    ...(rate === undefined ? [] : [rate]),
    ...(components ?? []).map((part) => part.rate),
  ]);
}
