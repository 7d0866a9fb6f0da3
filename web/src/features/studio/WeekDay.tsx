import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { WeeklyRule } from '../../shared/api/contract';
import { useLocale } from '../../shared/format/locale-context';
import { formatDay } from '../../shared/format/time';
import { Button } from '../../shared/ui/Button';
import { PlusIcon, TrashIcon } from '../../shared/ui/icons';
import { TimeInput } from './TimeInput';
import { isOvernight, nextRule, spanOf } from './week';

interface WeekDayProps {
  weekday: number;
  rules: readonly WeeklyRule[];
  faulty: ReadonlySet<WeeklyRule>;
  onChange: (rules: WeeklyRule[]) => void;
}

/** One weekday with its spans. */
export function WeekDay({ weekday, rules, faulty, onChange }: WeekDayProps): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  // 2024-01-01 was a Monday.
  const name = formatDay(`2024-01-0${weekday}`, { weekday: 'long' }, locale);
  const own = rules.filter((rule) => rule.weekday === weekday);
  const replace = (old: WeeklyRule, next: WeeklyRule) =>
    onChange(rules.map((rule) => (rule === old ? next : rule)));
  return (
    <li className="grid gap-3 py-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <div className="grid content-start gap-2">
        <h3 className="text-base">{name}</h3>
        <DayPicture rules={own} />
      </div>
      <div className="grid justify-items-start gap-2">
        {own.length === 0 && <p className="py-2 text-muted">{t('studio:hours.closed')}</p>}
        {own.map((rule, index) => (
          <div
            key={index}
            role="group"
            aria-label={`${name} ${index + 1}`}
            className="flex flex-wrap items-center gap-x-1 gap-y-2 sm:gap-x-2"
          >
            <TimeInput
              label={t('studio:hours.from')}
              value={rule.startsAt}
              isFaulty={faulty.has(rule)}
              onChange={(startsAt) => replace(rule, { ...rule, startsAt })}
            />
            <span aria-hidden="true">–</span>
            <TimeInput
              label={t('studio:hours.to')}
              value={rule.endsAt}
              isFaulty={faulty.has(rule)}
              onChange={(endsAt) => replace(rule, { ...rule, endsAt })}
            />
            {isOvernight(rule) && (
              <span className="text-sm text-muted">{t('studio:hours.nextDay')}</span>
            )}
            <button
              type="button"
              aria-label={t('studio:hours.remove', { day: name })}
              onClick={() => onChange(rules.filter((each) => each !== rule))}
              className="grid size-11 place-items-center rounded-full text-muted hover:bg-sunken"
            >
              <TrashIcon />
            </button>
          </div>
        ))}
        <Button
          look="quiet"
          className="-ms-5"
          onClick={() => onChange([...rules, nextRule(rules, weekday)])}
        >
          <PlusIcon />
          {t('studio:hours.add')}
          <span className="sr-only"> {name}</span>
        </Button>
      </div>
    </li>
  );
}

/** The open hours of a day as a bar; the inputs beside it say the same in words. */
function DayPicture({ rules }: { rules: readonly WeeklyRule[] }): ReactNode {
  return (
    <div aria-hidden="true" className="relative h-2.5 overflow-hidden rounded-full bg-sunken">
      {rules.map((rule, index) => {
        const { startPercent, lengthPercent } = spanOf(rule);
        return (
          <span
            key={index}
            className="absolute inset-y-0 rounded-full bg-accent"
            style={{ insetInlineStart: `${startPercent}%`, inlineSize: `${lengthPercent}%` }}
          />
        );
      })}
    </div>
  );
}
