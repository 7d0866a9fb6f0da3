import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { HOUR_CHOICES, useHourChoice, type HourChoice } from '../../shared/format/hour-cycle';
import { SelectField } from '../../shared/ui/Field';

/** Whether hours go to twelve or to twenty-four. */
export function HourChoiceField(): ReactNode {
  const t = useT();
  const [choice, choose] = useHourChoice();
  return (
    <SelectField
      label={t('bookings:hours.label')}
      value={choice}
      onChange={(event) => choose(event.target.value as HourChoice)}
    >
      {HOUR_CHOICES.map((each) => (
        <option key={each} value={each}>
          {t(`bookings:hours.${each}`)}
        </option>
      ))}
    </SelectField>
  );
}
