import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
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
  const reminders = useQuery({ queryKey: KEY, queryFn: () => ok(api.GET('/me/reminders')) });
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-2 font-medium">{t('common:calendar.reminders.title')}</legend>
      <Loaded query={reminders}>{({ minutes }) => <Ticks kept={minutes} />}</Loaded>
    </fieldset>
  );
}

/** A tick shows at once, and goes back where it could not be kept. */
function Ticks({ kept }: { kept: readonly number[] }): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const [ticked, setTicked] = useState(kept);
  const save = useMutation({
    mutationFn: (minutes: number[]) => ok(api.PUT('/me/reminders', { body: { minutes } })),
    onSuccess: (saved) => queryClient.setQueryData(KEY, saved),
    onError: () => setTicked(kept),
  });
  const tick = (choice: number, isOn: boolean) => {
    const next = CHOICES.filter((each) => (each === choice ? isOn : ticked.includes(each)));
    setTicked(next);
    save.mutate(next);
  };
  return (
    <>
      <ErrorSummary error={save.error} />
      {CHOICES.map((choice) => (
        <CheckField
          key={choice}
          label={t(`common:calendar.reminders.m${choice}`)}
          checked={ticked.includes(choice)}
          onChange={(event) => tick(choice, event.target.checked)}
        />
      ))}
    </>
  );
}
