import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { ListingRules } from '../../shared/api/contract';
import { Loaded } from '../../shared/api/Loaded';
import { useLocale } from '../../shared/format/locale-context';
import { formatLength } from '../../shared/format/time';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { Button } from '../../shared/ui/Button';
import { CheckField, SelectField } from '../../shared/ui/Field';
import { Panel } from '../../shared/ui/Panel';
import { faultyRules, WEEKDAYS } from './week';
import { WeekDay } from './WeekDay';

const CHOICES = {
  sessionMinutes: [15, 30, 45, 60, 90],
  noticeMinutes: [0, 15, 60, 180, 720, 1440],
  bufferMinutes: [0, 5, 10, 15, 30],
  stepMinutes: [15, 30, 60],
} as const;

const RULES = ['sessionMinutes', 'noticeMinutes', 'bufferMinutes', 'stepMinutes'] as const;

/** What single offers do differently from the rest. */
export function ListingHours(): ReactNode {
  const t = useT();
  const api = useApi();
  const [chosen, setChosen] = useState('');
  const listings = useQuery({
    queryKey: ['studio', 'listings'],
    queryFn: () => ok(api.GET('/studio/listings')),
  });
  return (
    <Panel title={t('studio:hours.listing.title')}>
      <div className="grid gap-5">
        <p className="text-sm text-muted">{t('studio:hours.listing.hint')}</p>
        <Loaded query={listings}>
          {({ items }) => (
            <SelectField
              label={t('studio:hours.listing.choose')}
              value={chosen}
              onChange={(event) => setChosen(event.target.value)}
            >
              <option value="">{t('studio:hours.listing.none')}</option>
              {items.map((listing) => (
                <option key={listing.id} value={listing.id}>
                  {listing.draft.title}
                </option>
              ))}
            </SelectField>
          )}
        </Loaded>
        {chosen !== '' && <Chosen key={chosen} id={chosen} />}
      </div>
    </Panel>
  );
}

function Chosen({ id }: { id: string }): ReactNode {
  const api = useApi();
  const rules = useQuery({
    queryKey: ['studio', 'listing-hours', id],
    refetchOnWindowFocus: false,
    queryFn: () => ok(api.GET('/studio/listings/{id}/hours', { params: { path: { id } } })),
  });
  return <Loaded query={rules}>{(set) => <RulesForm id={id} set={set} />}</Loaded>;
}

function RulesForm({ id, set }: { id: string; set: ListingRules }): ReactNode {
  const t = useT();
  const api = useApi();
  const { locale } = useLocale();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState(set);
  const weekly = typed.weekly ?? [];
  const faulty = faultyRules(weekly);
  const save = useMutation({
    mutationFn: () =>
      ok(api.PUT('/studio/listings/{id}/hours', { params: { path: { id } }, body: typed })),
    onSuccess: (saved) => queryClient.setQueryData(['studio', 'listing-hours', id], saved),
  });
  const change = (part: Partial<ListingRules>) => {
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
      <div className="grid gap-5 sm:grid-cols-2">
        {RULES.map((rule) => (
          <SelectField
            key={rule}
            label={t(`studio:hours.${rule}.label`)}
            value={typed[rule] ?? ''}
            onChange={({ target }) =>
              change({ [rule]: target.value === '' ? null : Number(target.value) })
            }
          >
            <option value="">{t('studio:hours.listing.asOthers')}</option>
            {[...new Set([...CHOICES[rule], typed[rule] ?? CHOICES[rule][0]])].map((minutes) => (
              <option key={minutes} value={minutes}>
                {formatLength(minutes, 'minute', locale)}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
      <CheckField
        label={t('studio:hours.listing.ownWeek')}
        checked={typed.weekly !== null}
        onChange={({ target }) => change({ weekly: target.checked ? [] : null })}
      />
      {typed.weekly !== null && (
        <ul className="grid divide-y divide-line">
          {WEEKDAYS.map((weekday) => (
            <WeekDay
              key={weekday}
              weekday={weekday}
              rules={weekly}
              faulty={faulty}
              onChange={(changed) => change({ weekly: changed })}
            />
          ))}
        </ul>
      )}
      <div className="flex items-center gap-4">
        <Button type="submit" look="secondary" busy={save.isPending} disabled={faulty.size > 0}>
          {t('studio:hours.listing.save')}
        </Button>
        <p role="status" className="text-sm text-muted">
          {save.isSuccess && t('studio:hours.saved')}
        </p>
      </div>
    </form>
  );
}
