/** The value below which the given part of the times lies. */
export function quantile(times: readonly number[], part: number): number;
export function ms(value: number): { value: string; unit: string };
