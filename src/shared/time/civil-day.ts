/** A date of the Gregorian calendar, carried on before it was introduced. */
export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** The calendar repeats itself after this many years, and days. */
const ERA_YEARS = 400;
const ERA_DAYS = 146_097;
/** From the first of March of the year 0 to the first of January 1970. Years begin in March here, so that a leap day comes last. */
const MARCH_OF_YEAR_0 = 719_468;

/**
 * Days between 1970-01-01 and the date, negative before.
 *
 * @source the arithmetic of the proleptic Gregorian calendar, ISO 8601-1:2019, 3.2.1
 */
export function dayNumberOf({ year, month, day }: CivilDate): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / ERA_YEARS);
  const yearOfEra = marchYear - era * ERA_YEARS;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfEra = yearOfEra * 365 + leapDays + daysBeforeMonth((month + 9) % 12) + day - 1;
  return era * ERA_DAYS + dayOfEra - MARCH_OF_YEAR_0;
}

/** The date that lies this many days after 1970-01-01. */
export function dateOf(dayNumber: number): CivilDate {
  const era = Math.floor((dayNumber + MARCH_OF_YEAR_0) / ERA_DAYS);
  const dayOfEra = dayNumber + MARCH_OF_YEAR_0 - era * ERA_DAYS;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear =
    dayOfEra - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: era * ERA_YEARS + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - daysBeforeMonth(monthFromMarch) + 1,
  };
}

/** Months from March on have 31, 30, 31, 30, 31 days, again and again. @param month 0 for March */
function daysBeforeMonth(month: number): number {
  return Math.floor((153 * month + 2) / 5);
}
