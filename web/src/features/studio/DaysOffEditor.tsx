import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { DaysOff } from '../../shared/api/contract';
import { Button } from '../../shared/ui/Button';
import { TextField } from '../../shared/ui/Field';
import { PlusIcon } from '../../shared/ui/icons';
import { faultyDaysOff, nextDate } from './dates-of-exception';
import { RemoveButton } from './ExceptionsEditor';

interface DaysOffEditorProps {
  daysOff: readonly DaysOff[];
  onChange: (daysOff: DaysOff[]) => void;
}

/** Holidays and journeys: from one day to another, both off. */
export function DaysOffEditor({ daysOff, onChange }: DaysOffEditorProps): ReactNode {
  const t = useT();
  const faulty = faultyDaysOff(daysOff);
  const replace = (old: DaysOff, part: Partial<DaysOff>) =>
    onChange(daysOff.map((each) => (each === old ? { ...old, ...part } : each)));
  const add = () => {
    const today = new Date().toISOString().slice(0, 10);
    const from = nextDate(
      daysOff.map(({ until }) => until),
      today,
    );
    onChange([...daysOff, { from, until: from, label: '' }]);
  };
  return (
    <div className="grid justify-items-start gap-4">
      <p className="text-sm text-muted">{t('studio:hours.daysOff.hint')}</p>
      <ul className="grid w-full gap-4">
        {daysOff.map((days, index) => (
          <li
            key={index}
            className="grid items-end gap-3 border-t border-line pt-4 sm:grid-cols-[auto_auto_minmax(0,1fr)_auto]"
          >
            <TextField
              label={t('studio:hours.daysOff.from')}
              type="date"
              required
              value={days.from}
              error={faulty.has(days) ? t('studio:hours.daysOff.faulty') : undefined}
              onChange={({ target }) =>
                replace(days, {
                  from: target.value,
                  until: days.until < target.value ? target.value : days.until,
                })
              }
            />
            <TextField
              label={t('studio:hours.daysOff.until')}
              type="date"
              required
              min={days.from}
              value={days.until}
              onChange={({ target }) => replace(days, { until: target.value })}
            />
            <TextField
              label={t('studio:hours.daysOff.label')}
              optional={t('common:optional')}
              maxLength={80}
              dir="auto"
              value={days.label ?? ''}
              onChange={({ target }) => replace(days, { label: target.value })}
            />
            <RemoveButton
              label={t('studio:hours.daysOff.remove', { date: days.from })}
              onClick={() => onChange(daysOff.filter((each) => each !== days))}
            />
          </li>
        ))}
      </ul>
      <Button look="quiet" className="-ms-5" onClick={add}>
        <PlusIcon />
        {t('studio:hours.daysOff.add')}
      </Button>
    </div>
  );
}
