import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { StudioToday } from '../../shared/api/contract';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { useLocale } from '../../shared/format/locale-context';
import { formatInstant } from '../../shared/format/time';
import { ButtonLink } from '../../shared/ui/Button';
import { cx } from '../../shared/ui/cx';
import { TODAY_KEY } from './use-today';

/** One switch says whether people may ring. It shows at once and falls back when the server says no. */
export function PresenceSwitch({ presence, ring }: StudioToday): ReactNode {
  const t = useT();
  const { locale, timeZone } = useLocale();
  const api = useApi();
  const queryClient = useQueryClient();
  const put = (next: StudioToday['presence']) =>
    queryClient.setQueryData<StudioToday>(
      TODAY_KEY,
      (today) => today && { ...today, presence: next },
    );
  const change = useMutation({
    mutationFn: (free: boolean) => ok(api.PUT('/studio/presence', { body: { free } })),
    onMutate: async (free) => {
      await queryClient.cancelQueries({ queryKey: TODAY_KEY });
      put({ ...presence, wantsFree: free });
    },
    onSuccess: put,
    onError: () => put(presence),
  });
  const { wantsFree, state, pushTrustedUntil } = presence;
  return (
    <section
      aria-label={t('studio:presence.title')}
      className={cx(
        'grid gap-4 rounded-lg border-2 p-6 transition-colors',
        wantsFree ? 'border-accent bg-accent-soft' : 'border-line bg-surface',
      )}
    >
      <ErrorSummary error={change.error} />
      <div className="flex items-center justify-between gap-4">
        <div>
          <p role="status" className="text-xl font-bold">
            {t(
              state === 'busy'
                ? ring === null
                  ? 'studio:presence.busy'
                  : 'studio:presence.rung'
                : wantsFree
                  ? 'studio:presence.free'
                  : 'studio:presence.away',
            )}
          </p>
          <p className="text-muted">
            {wantsFree && pushTrustedUntil !== null
              ? t('studio:presence.freeByPush', {
                  time: formatInstant(pushTrustedUntil, 'time', locale, timeZone),
                })
              : t(wantsFree ? 'studio:presence.freeHint' : 'studio:presence.awayHint')}
          </p>
        </div>
        <button
          type="button"
          role="switch"
          aria-checked={wantsFree}
          aria-label={t('studio:presence.title')}
          onClick={() => change.mutate(!wantsFree)}
          className={cx(
            'relative h-11 w-20 shrink-0 rounded-full border transition-colors',
            wantsFree ? 'border-accent bg-accent' : 'border-edge bg-sunken',
          )}
        >
          <span
            aria-hidden="true"
            className={cx(
              'absolute inset-y-1 size-8.5 rounded-full bg-surface shadow-card transition-[inset-inline-start]',
              wantsFree ? 'start-10' : 'start-1',
            )}
          />
        </button>
      </div>
      {pushTrustedUntil === null && (
        <ButtonLink look="quiet" className="-ms-5 -mb-3 justify-self-start" to="/settings">
          {t('studio:presence.pushHint')}
        </ButtonLink>
      )}
    </section>
  );
}
