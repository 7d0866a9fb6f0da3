import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../api/client';
import { Loaded } from '../api/Loaded';
import { ErrorSummary } from '../forms/ErrorSummary';
import { CheckField } from '../ui/Field';

const KEY = ['reminders'];
const CHOICES = [1440, 60, 10] as const;

/** When to be reminded of bookings; every tick is kept at once. */
export function Reminders(): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const reminders = useQuery({ queryKey: KEY, queryFn: () => ok(api.GET('/me/reminders')) });
  const save = useMutation({
    mutationFn: (minutes: number[]) => ok(api.PUT('/me/reminders', { body: { minutes } })),
    onSuccess: (saved) => queryClient.setQueryData(KEY, saved),
  });
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-2 font-medium">{t('common:calendar.reminders.title')}</legend>
      <ErrorSummary error={save.error} />
      <Loaded query={reminders}>
        {(kept) => {
          // A tick shows at once, and goes back where it could not be kept.
          const minutes = save.isPending ? save.variables : kept.minutes;
          return CHOICES.map((choice) => (
            <CheckField
              key={choice}
              label={t(`common:calendar.reminders.m${choice}`)}
              checked={minutes.includes(choice)}
              onChange={(event) =>
                save.mutate(
                  CHOICES.filter((each) =>
                    each === choice ? event.target.checked : minutes.includes(each),
                  ),
                )
              }
            />
          ));
        }}
      </Loaded>
    </fieldset>
  );
}
