import type { WeeklyHours } from '../../modules/scheduling/index.js';
import type { HoursName } from './shape.js';

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];

/** Wall times in the expert's own zone. */
export const WORKING_HOURS: Readonly<Record<HoursName, readonly WeeklyHours[]>> = {
  office: [
    ...on(MONDAY_TO_FRIDAY, '09:00', '12:30'),
    ...on(MONDAY_TO_FRIDAY, '14:00', '18:00'),
    ...on([6], '10:00', '13:00'),
  ],
  mornings: [...on(MONDAY_TO_FRIDAY, '08:00', '12:30'), ...on([6], '09:00', '12:00')],
  evenings: [...on(MONDAY_TO_FRIDAY, '17:30', '21:30'), ...on([6], '10:00', '16:00')],
  weekends: [...on([6, 7], '10:00', '18:00'), ...on([3], '18:00', '21:00')],
};

function on(weekdays: readonly number[], startsAt: string, endsAt: string): WeeklyHours[] {
  return weekdays.map((weekday) => ({ weekday, startsAt, endsAt }));
}
