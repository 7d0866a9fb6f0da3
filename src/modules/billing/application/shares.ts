import { type Ratio, ratio } from '../../../shared/ratio.js';

/** A share as it is stored, `1/3`. */
export function shareText({ numerator, denominator }: Ratio): string {
  return `${numerator}/${denominator}`;
}

export function shareOf(text: string): Ratio {
  const [numerator = '', denominator = ''] = text.split('/');
  return ratio(BigInt(numerator), BigInt(denominator));
}
