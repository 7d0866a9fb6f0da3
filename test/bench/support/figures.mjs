/** @returns the value below which the given part of the times lies */
export function quantile(times, part) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

export function ms(value) {
  return { value: value.toFixed(2), unit: 'ms' };
}
