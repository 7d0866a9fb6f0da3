import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { Availability, WeeklyRule } from '../../shared/api/contract';
import { useLocale } from '../../shared/format/locale-context';
import { formatDay, formatLength } from '../../shared/format/time';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { TimeZoneField } from '../../shared/forms/TimeZoneField';
import { Button } from '../../shared/ui/Button';
import { INPUT_LOOK, SelectField } from '../../shared/ui/Field';
import { PlusIcon, TrashIcon } from '../../shared/ui/icons';
import { Notice } from '../../shared/ui/Notice';
import { Panel } from '../../shared/ui/Panel';
import { faultyRules, isOvernight, nextRule, spanOf, WEEKDAYS } from './week';

const CHOICES = {
  noticeMinutes: [0, 15, 60, 180, 720, 1440],
  bufferMinutes: [0, 5, 10, 15, 30],
  stepMinutes: [15, 30, 60],
} as const;

const HORIZONS = [14, 30, 60, 90];

/** The week in the expert's own zone: each day with its spans, typed or picked, never dragged. */
export function WeekEditor({ availability }: { availability: Availability }): ReactNode {
  const t = useT();
  const api = useApi();
  const { locale } = useLocale();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState(availability);
  const faulty = faultyRules(typed.weekly);
  const save = useMutation({
    mutationFn: () => ok(api.PUT('/studio/availability', { body: typed })),
    onSuccess: (saved) => queryClient.setQueryData(['studio', 'availability'], saved),
  });
  const change = (part: Partial<Availability>) => {
    save.reset();
    setTyped((before) => ({ ...before, ...part }));
  };
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (faulty.size === 0) save.mutate();
      }}
    >
      <ErrorSummary error={save.error} />
      <Panel title={t('studio:hours.week')}>
        <TimeZoneField
          label={t('studio:hours.zone')}
          value={typed.timeZone}
          onChange={(timeZone) => change({ timeZone })}
        />
        <ul className="mt-6 grid divide-y divide-line">
          {WEEKDAYS.map((weekday) => (
            <Day
              key={weekday}
              weekday={weekday}
              rules={typed.weekly}
              faulty={faulty}
              onChange={(weekly) => change({ weekly })}
            />
          ))}
        </ul>
        {faulty.size > 0 && (
          <Notice tone="danger" role="alert" className="mt-4" title={t('studio:hours.faulty')} />
        )}
      </Panel>
      <Panel title={t('studio:hours.rules')}>
        <div className="grid gap-5 sm:grid-cols-2">
          {(['noticeMinutes', 'bufferMinutes', 'stepMinutes'] as const).map((rule) => (
            <SelectField
              key={rule}
              label={t(`studio:hours.${rule}.label`)}
              hint={t(`studio:hours.${rule}.hint`)}
              value={typed[rule]}
              onChange={(event) => change({ [rule]: Number(event.target.value) })}
            >
              {withOwn(CHOICES[rule], typed[rule]).map((minutes) => (
                <option key={minutes} value={minutes}>
                  {minutes >= 120
                    ? formatLength(minutes / 60, 'hour', locale)
                    : formatLength(minutes, 'minute', locale)}
                </option>
              ))}
            </SelectField>
          ))}
          <SelectField
            label={t('studio:hours.horizonDays.label')}
            hint={t('studio:hours.horizonDays.hint')}
            value={typed.horizonDays}
            onChange={(event) => change({ horizonDays: Number(event.target.value) })}
          >
            {withOwn(HORIZONS, typed.horizonDays).map((days) => (
              <option key={days} value={days}>
                {formatLength(days, 'day', locale)}
              </option>
            ))}
          </SelectField>
        </div>
      </Panel>
      <div className="flex items-center gap-4">
        <Button type="submit" busy={save.isPending} disabled={faulty.size > 0}>
          {t('studio:hours.save')}
        </Button>
        {save.isSuccess && (
          <p role="status" className="text-sm text-muted">
            {t('studio:hours.saved')}
          </p>
        )}
      </div>
    </form>
  );
}

/** The usual choices, and whatever is set now. */
function withOwn(choices: readonly number[], own: number): number[] {
  return [...new Set([...choices, own])].sort((a, b) => a - b);
}

interface DayProps {
  weekday: number;
  rules: readonly WeeklyRule[];
  faulty: ReadonlySet<WeeklyRule>;
  onChange: (rules: WeeklyRule[]) => void;
}

function Day({ weekday, rules, faulty, onChange }: DayProps): ReactNode {
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
            className="flex flex-wrap items-center gap-2"
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

interface TimeInputProps {
  label: string;
  value: string;
  isFaulty: boolean;
  onChange: (value: string) => void;
}

function TimeInput({ label, value, isFaulty, onChange }: TimeInputProps): ReactNode {
  return (
    <input
      type="time"
      step={300}
      required
      aria-label={label}
      aria-invalid={isFaulty || undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={INPUT_LOOK}
    />
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
