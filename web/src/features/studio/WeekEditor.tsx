import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { Availability } from '../../shared/api/contract';
import { useLocale } from '../../shared/format/locale-context';
import { formatLength } from '../../shared/format/time';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { TimeZoneField } from '../../shared/forms/TimeZoneField';
import { Button } from '../../shared/ui/Button';
import { SelectField } from '../../shared/ui/Field';
import { Notice } from '../../shared/ui/Notice';
import { Panel } from '../../shared/ui/Panel';
import { DaysOffEditor } from './DaysOffEditor';
import { ExceptionsEditor } from './ExceptionsEditor';
import { faultyDaysOff, faultyExceptions } from './dates-of-exception';
import { faultyRules, WEEKDAYS } from './week';
import { WeekDay } from './WeekDay';

const CHOICES = {
  noticeMinutes: [0, 15, 60, 180, 720, 1440],
  bufferMinutes: [0, 5, 10, 15, 30],
  stepMinutes: [15, 30, 60],
} as const;

const HORIZONS = [14, 30, 60, 90];

const LIMITS = {
  maxPerDay: [1, 2, 3, 4, 5, 6, 8, 10],
  maxPerWeek: [1, 2, 3, 5, 8, 10, 15, 20, 30],
} as const;

/** The week in the expert's own zone: each day with its spans, typed or picked, never dragged. */
export function WeekEditor({ availability }: { availability: Availability }): ReactNode {
  const t = useT();
  const api = useApi();
  const { locale } = useLocale();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState(availability);
  const faulty = faultyRules(typed.weekly);
  const exceptions = typed.exceptions ?? [];
  const daysOff = typed.daysOff ?? [];
  const isFaulty =
    faulty.size > 0 || faultyExceptions(exceptions).size > 0 || faultyDaysOff(daysOff).size > 0;
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
        if (!isFaulty) save.mutate();
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
            <WeekDay
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
      <Panel title={t('studio:hours.exceptions.title')}>
        <ExceptionsEditor
          exceptions={exceptions}
          onChange={(changed) => change({ exceptions: changed })}
        />
      </Panel>
      <Panel title={t('studio:hours.daysOff.title')}>
        <DaysOffEditor daysOff={daysOff} onChange={(changed) => change({ daysOff: changed })} />
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
          {(['maxPerDay', 'maxPerWeek'] as const).map((limit) => (
            <SelectField
              key={limit}
              label={t(`studio:hours.${limit}.label`)}
              hint={t(`studio:hours.${limit}.hint`)}
              value={typed[limit] ?? ''}
              onChange={(event) =>
                change({ [limit]: event.target.value === '' ? null : Number(event.target.value) })
              }
            >
              <option value="">{t('studio:hours.noLimit')}</option>
              {withOwn(LIMITS[limit], typed[limit] ?? 1).map((count) => (
                <option key={count} value={count}>
                  {new Intl.NumberFormat(locale).format(count)}
                </option>
              ))}
            </SelectField>
          ))}
        </div>
      </Panel>
      <div className="flex items-center gap-4">
        <Button type="submit" busy={save.isPending} disabled={isFaulty}>
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
export function withOwn(choices: readonly number[], own: number): number[] {
  return [...new Set([...choices, own])].sort((a, b) => a - b);
}
