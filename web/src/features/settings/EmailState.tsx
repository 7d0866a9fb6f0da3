import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { Me } from '../../shared/api/contract';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { Button } from '../../shared/ui/Button';
import { Notice } from '../../shared/ui/Notice';

/** Whether the address is confirmed; another mail where it is not. */
export function EmailState({ person }: { person: Me }): ReactNode {
  const t = useT();
  const api = useApi();
  const resend = useMutation({ mutationFn: () => ok(api.POST('/auth/resend-verification')) });
  if (person.emailVerified)
    return (
      <Notice tone="good" title={t('settings:email.confirmed')}>
        <bdi>{person.email}</bdi>
      </Notice>
    );
  return (
    <Notice tone="caution" title={t('settings:email.open')}>
      <p>
        <bdi>{person.email}</bdi>
      </p>
      <ErrorSummary error={resend.error} />
      {resend.isSuccess ? (
        <p role="status" className="mt-2">
          {t('settings:email.sent')}
        </p>
      ) : (
        <Button
          look="secondary"
          className="mt-3"
          busy={resend.isPending}
          onClick={() => resend.mutate()}
        >
          {t('settings:email.send')}
        </Button>
      )}
    </Notice>
  );
}
