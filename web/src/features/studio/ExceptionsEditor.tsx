import { useId, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { DateException } from '../../shared/api/contract';
import { Button } from '../../shared/ui/Button';
import { INPUT_LOOK } from '../../shared/ui/Field';
import { PlusIcon, TrashIcon } from '../../shared/ui/icons';
import { faultyExceptions, nextDate } from './dates-of-exception';
import { TimeInput } from './TimeInput';

interface ExceptionsEditorProps {
  exceptions: readonly DateException[];
  onChange: (exceptions: DateException[]) => void;
}

const USUAL = { startsAt: '09:00', endsAt: '12:00' };

/** Single dates on which other hours hold than in the week, or none. */
export function ExceptionsEditor({ exceptions, onChange }: ExceptionsEditorProps): ReactNode {
  const t = useT();
  const faulty = faultyExceptions(exceptions);
  const replace = (old: DateException, next: DateException) =>
    onChange(exceptions.map((each) => (each === old ? next : each)));
  const add = () => {
    const today = new Date().toISOString().slice(0, 10);
    const date = nextDate(
      exceptions.map((each) => each.date),
      today,
    );
    onChange([...exceptions, { date, hours: [USUAL] }]);
  };
  return (
    <div className="grid justify-items-start gap-4">
      <p className="text-sm text-muted">{t('studio:hours.exceptions.hint')}</p>
      <ul className="grid w-full gap-4">
        {exceptions.map((exception, index) => (
          <li key={index} className="border-t border-line pt-4">
            <OneDate
              exception={exception}
              isFaulty={faulty.has(exception)}
              onChange={(next) => replace(exception, next)}
              onRemove={() => onChange(exceptions.filter((each) => each !== exception))}
            />
          </li>
        ))}
      </ul>
      {faulty.size > 0 && (
        <p role="alert" className="text-sm text-danger">
          {t('studio:hours.exceptions.faulty')}
        </p>
      )}
      <Button look="quiet" className="-ms-5" onClick={add}>
        <PlusIcon />
        {t('studio:hours.exceptions.add')}
      </Button>
    </div>
  );
}

interface OneDateProps {
  exception: DateException;
  isFaulty: boolean;
  onChange: (exception: DateException) => void;
  onRemove: () => void;
}

function OneDate({ exception, isFaulty, onChange, onRemove }: OneDateProps): ReactNode {
  const t = useT();
  const id = useId();
  const { date, hours } = exception;
  const setHours = (next: DateException['hours']) => onChange({ ...exception, hours: next });
  return (
    <div
      role="group"
      aria-label={`${t('studio:hours.exceptions.date')} ${date}`}
      className="grid gap-2"
    >
      <div className="flex flex-wrap items-center gap-x-1 gap-y-2 sm:gap-x-2">
        <label htmlFor={id} className="sr-only">
          {t('studio:hours.exceptions.date')}
        </label>
        <input
          id={id}
          type="date"
          required
          value={date}
          aria-invalid={isFaulty || undefined}
          onChange={(event) => onChange({ ...exception, date: event.target.value })}
          className={INPUT_LOOK}
        />
        <RemoveButton label={t('studio:hours.exceptions.remove', { date })} onClick={onRemove} />
      </div>
      {hours.length === 0 && <p className="text-muted">{t('studio:hours.exceptions.closed')}</p>}
      {hours.map((span, index) => {
        const set = (part: Partial<typeof span>) =>
          setHours(hours.map((each) => (each === span ? { ...span, ...part } : each)));
        return (
          <div key={index} className="flex flex-wrap items-center gap-x-1 gap-y-2 sm:gap-x-2">
            <TimeInput
              label={`${t('studio:hours.from')} ${date}`}
              value={span.startsAt}
              isFaulty={isFaulty}
              onChange={(startsAt) => set({ startsAt })}
            />
            <span aria-hidden="true">–</span>
            <TimeInput
              label={`${t('studio:hours.to')} ${date}`}
              value={span.endsAt}
              isFaulty={isFaulty}
              onChange={(endsAt) => set({ endsAt })}
            />
            <RemoveButton
              label={t('studio:hours.remove', { day: `${date} ${index + 1}` })}
              onClick={() => setHours(hours.filter((each) => each !== span))}
            />
          </div>
        );
      })}
      <Button
        look="quiet"
        className="-ms-5 justify-self-start"
        onClick={() => setHours([...hours, { ...USUAL }])}
      >
        <PlusIcon />
        {t('studio:hours.add')}
        <span className="sr-only"> {date}</span>
      </Button>
    </div>
  );
}

interface RemoveButtonProps {
  label: string;
  onClick: () => void;
}

export function RemoveButton({ label, onClick }: RemoveButtonProps): ReactNode {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="grid size-11 place-items-center rounded-full text-muted hover:bg-sunken"
    >
      <TrashIcon />
    </button>
  );
}
