import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { ImportedCalendar } from '../../shared/api/contract';
import { Loaded } from '../../shared/api/Loaded';
import { TimeText } from '../../shared/format/Formatted';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { Button } from '../../shared/ui/Button';
import { TextField } from '../../shared/ui/Field';
import { Panel } from '../../shared/ui/Panel';
import { RemoveButton } from './ExceptionsEditor';

const KEY = ['studio', 'calendars'];

/** Calendars kept elsewhere: nobody can book while one of them says busy. */
export function CalendarsIn(): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const calendars = useQuery({ queryKey: KEY, queryFn: () => ok(api.GET('/studio/calendars')) });
  const refresh = useMutation({
    mutationFn: () => ok(api.POST('/studio/calendars/refresh')),
    onSuccess: (list) => queryClient.setQueryData(KEY, list),
  });
  const remove = useMutation({
    mutationFn: (id: string) =>
      ok(api.DELETE('/studio/calendars/{id}', { params: { path: { id } } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <Panel title={t('studio:hours.calendars.title')}>
      <div className="grid gap-5">
        <p className="text-sm text-muted">{t('studio:hours.calendars.hint')}</p>
        <ErrorSummary error={refresh.error ?? remove.error} />
        <Loaded query={calendars}>
          {({ items }) => (
            <>
              <ul className="grid gap-3" aria-live="polite">
                {items.map((calendar) => (
                  <li key={calendar.id} className="flex items-start justify-between gap-3">
                    <OneCalendar calendar={calendar} />
                    <RemoveButton
                      label={t('studio:hours.calendars.remove', { name: calendar.name })}
                      onClick={() => remove.mutate(calendar.id)}
                    />
                  </li>
                ))}
              </ul>
              {items.length > 0 && (
                <Button
                  look="secondary"
                  className="justify-self-start"
                  busy={refresh.isPending}
                  onClick={() => refresh.mutate()}
                >
                  {t('studio:hours.calendars.refresh')}
                </Button>
              )}
            </>
          )}
        </Loaded>
        <AddCalendar />
      </div>
    </Panel>
  );
}

function OneCalendar({ calendar }: { calendar: ImportedCalendar }): ReactNode {
  const t = useT();
  const { name, host, state, problem, busyCount, fetchedAt } = calendar;
  return (
    <div className="min-w-0">
      <p className="font-medium">
        <bdi>{name}</bdi> <bdi className="text-sm font-normal text-muted">{host}</bdi>
      </p>
      <p className={state === 'failing' ? 'text-sm text-danger' : 'text-sm text-muted'}>
        {problem === null
          ? t('studio:hours.calendars.busy', { count: busyCount })
          : t(`studio:hours.calendars.problems.${problem}`)}
        {fetchedAt !== null && (
          <>
            {' · '}
            {t('studio:hours.calendars.read')} <TimeText at={fetchedAt} style="day-time" />
          </>
        )}
      </p>
    </div>
  );
}

function AddCalendar(): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState({ name: '', address: '' });
  const add = useMutation({
    mutationFn: () => ok(api.POST('/studio/calendars', { body: typed })),
    onSuccess: (list) => {
      queryClient.setQueryData(KEY, list);
      setTyped({ name: '', address: '' });
    },
  });
  return (
    <form
      className="grid gap-4 border-t border-line pt-5"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <ErrorSummary error={add.error} />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField
          label={t('studio:hours.calendars.name')}
          required
          maxLength={80}
          dir="auto"
          value={typed.name}
          onChange={({ target }) => setTyped({ ...typed, name: target.value })}
        />
        <TextField
          label={t('studio:hours.calendars.address')}
          hint={t('studio:hours.calendars.addressHint')}
          required
          inputMode="url"
          dir="ltr"
          value={typed.address}
          onChange={({ target }) => setTyped({ ...typed, address: target.value })}
        />
      </div>
      <Button type="submit" look="secondary" className="justify-self-start" busy={add.isPending}>
        {t('studio:hours.calendars.add')}
      </Button>
    </form>
  );
}
