import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { Me } from '../../shared/api/contract';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { pushState, turnPushOff, turnPushOn } from '../../shared/push/this-browser';
import { Button } from '../../shared/ui/Button';
import { CheckField } from '../../shared/ui/Field';
import { Notice } from '../../shared/ui/Notice';

/** Whether this browser rings while no page is open. The browser asks its own question only after a tap here. */
export function PushSwitch({ person }: { person: Me }): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const queryKey = ['push', person.id];
  const { data: state } = useQuery({ queryKey, queryFn: () => pushState(person.id) });
  const change = useMutation({
    mutationFn: (isOn: boolean) => (isOn ? turnPushOn(api, person.id) : turnPushOff(api)),
    onSuccess: (next) => queryClient.setQueryData(queryKey, next),
  });
  const isExpert = person.roles.includes('expert');
  if (state === 'cannot' || state === 'needs_install' || state === 'blocked')
    return (
      <Notice tone="caution" title={t(`settings:push.${state}.title`)}>
        {t(`settings:push.${state}.text`)}
      </Notice>
    );
  return (
    <div className="grid gap-3">
      <ErrorSummary error={change.error} />
      <CheckField
        label={t(isExpert ? 'settings:push.ringMe' : 'settings:push.tellMe')}
        checked={change.isPending ? change.variables : state === 'on'}
        disabled={state === undefined || change.isPending}
        onChange={(event) => change.mutate(event.target.checked)}
      />
      <p className="text-sm text-muted">{t('settings:push.hint')}</p>
      {state === 'on' && isExpert && <TapCheck />}
    </div>
  );
}

/** Free now without an open page needs one proof that a notification is seen. */
function TapCheck(): ReactNode {
  const t = useT();
  const api = useApi();
  const check = useMutation({ mutationFn: () => ok(api.POST('/me/push/checks')) });
  return (
    <>
      <p className="text-sm text-muted">{t('settings:push.checkHint')}</p>
      <ErrorSummary error={check.error} />
      {check.isSuccess ? (
        <p role="status">{t('settings:push.checkSent')}</p>
      ) : (
        <Button
          look="secondary"
          className="justify-self-start"
          busy={check.isPending}
          onClick={() => check.mutate()}
        >
          {t('settings:push.check')}
        </Button>
      )}
    </>
  );
}
