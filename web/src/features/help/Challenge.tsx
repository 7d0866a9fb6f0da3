import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { HelpRequest } from '../../shared/api/contract';
import { MoneyText } from '../../shared/format/Formatted';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { Button, buttonClass } from '../../shared/ui/Button';
import { ShieldIcon } from '../../shared/ui/icons';
import { Panel } from '../../shared/ui/Panel';

/** The bank wants to know that it is really you. With the sandbox, this page plays the bank. */
export function Challenge({ request }: { request: HelpRequest }): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const { id } = request;
  const answer = useMutation({
    mutationFn: (outcome: 'approved' | 'failed') =>
      ok(
        api.POST('/help-requests/{id}/authenticate', {
          params: { path: { id } },
          body: { outcome },
        }),
      ),
    onSuccess: (changed) => queryClient.setQueryData(['help-request', id], changed),
  });
  return (
    <Panel title={t('help:challenge.title')} className="mt-8">
      <div className="grid gap-5">
        <p className="flex items-start gap-3">
          <ShieldIcon className="mt-1 text-accent" />
          <span>
            {t('help:challenge.text')} <MoneyText money={request.ceiling} exact />
          </span>
        </p>
        <ErrorSummary error={answer.error} />
        {request.authenticationUrl ? (
          <a href={request.authenticationUrl} className={buttonClass('primary')}>
            {t('help:challenge.toBank')}
          </a>
        ) : (
          <div className="flex flex-wrap gap-3">
            <Button busy={answer.isPending} onClick={() => answer.mutate('approved')}>
              {t('help:challenge.approve')}
            </Button>
            <Button
              look="secondary"
              busy={answer.isPending}
              onClick={() => answer.mutate('failed')}
            >
              {t('help:challenge.fail')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}
