/** An exact fraction; the denominator is above zero. Rates and shares never pass through a float. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** How an exact half is settled when an amount is brought to whole minor units. */
export type Rounding = 'half_up' | 'half_even' | 'down' | 'up';

export function ratio(numerator: bigint, denominator: bigint): Ratio {
  if (denominator <= 0n)
    throw new RangeError(`a ratio needs a denominator above zero, got ${denominator}`);
  return { numerator, denominator };
}

/**
 * Reads a rate in per cent, "20" or "9.975", as an exact share of one (20 % is 1/5).
 *
 * @throws RangeError when the text is not a plain decimal number of zero or more
 */
export function percentToRatio(percent: string): Ratio {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(percent);
  if (!match) throw new RangeError(`not a rate in per cent: "${percent}"`);
  const fraction = match[2] ?? '';
  return ratio(BigInt(`${match[1]}${fraction}`), 100n * 10n ** BigInt(fraction.length));
}

export function addRatios(a: Ratio, b: Ratio): Ratio {
  return ratio(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );
}

export function multiplyRatios(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** Divides whole numbers and settles the rest by the named mode. Negative values mirror positive ones. */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  if (denominator <= 0n) throw new RangeError(`cannot divide by ${denominator}`);
  if (numerator < 0n) return -divideRounded(-numerator, denominator, rounding);
  const whole = numerator / denominator;
  const rest = numerator % denominator;
  if (rest === 0n) return whole;
  const twice = rest * 2n;
  const goesUp =
    rounding === 'up' ||
    (rounding !== 'down' &&
      (twice > denominator ||
        (twice === denominator && (rounding === 'half_up' || whole % 2n === 1n))));
  return goesUp ? whole + 1n : whole;
}
