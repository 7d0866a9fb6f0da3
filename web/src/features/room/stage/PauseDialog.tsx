import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../../app/services';
import { useT } from '../../../i18n/use-t';
import { ok } from '../../../shared/api/client';
import type { SessionView } from '../../../shared/api/contract';
import { ErrorSummary } from '../../../shared/forms/ErrorSummary';
import { Button } from '../../../shared/ui/Button';
import { Dialog } from '../../../shared/ui/Dialog';
import { Banner, BannerButton } from './Banner';

const REASONS = ['rest', 'door', 'fetch', 'device'] as const;

interface PauseDialogProps {
  session: SessionView;
  isOpen: boolean;
  onClose: () => void;
}

/** The meter stands while one of the two has something else to do; the reason is said, not asked about. */
export function PauseDialog({ session, isOpen, onClose }: PauseDialogProps): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const { id } = session;
  const pause = useMutation({
    mutationFn: (reason: (typeof REASONS)[number]) =>
      ok(api.POST('/sessions/{id}/pause', { params: { path: { id } }, body: { reason } })),
    onSuccess: (paused) => {
      queryClient.setQueryData(['session', id], paused);
      onClose();
    },
  });
  return (
    <Dialog title={t('room:pause.title')} isOpen={isOpen} onClose={onClose}>
      <div className="grid gap-5">
        <p>{t('room:pause.text')}</p>
        <ErrorSummary error={pause.error} />
        <div className="flex flex-wrap gap-3">
          {REASONS.map((reason) => (
            <Button
              key={reason}
              look="secondary"
              busy={pause.isPending}
              onClick={() => pause.mutate(reason)}
            >
              {t(`room:pause.reasons.${reason}`)}
            </Button>
          ))}
        </div>
      </div>
    </Dialog>
  );
}

/** Both see whose pause it is and why; either ends it. */
export function PausedNotice({ session }: { session: SessionView }): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const { id, pausedFor, role } = session;
  const goOn = useMutation({
    mutationFn: () => ok(api.POST('/sessions/{id}/go-on', { params: { path: { id } } })),
    onSuccess: (running) => queryClient.setQueryData(['session', id], running),
  });
  if (pausedFor === null) return null;
  if (pausedFor === 'bank')
    return <Banner title={t('room:pause.bank.title')}>{t('room:pause.bank.text')}</Banner>;
  const [whose = '', reason = ''] = pausedFor.split('_');
  const who = whose === role ? 'you' : 'other';
  return (
    <Banner title={t(`room:pause.${who}`, { name: session.other.displayName })}>
      <p>
        {t(`room:pause.reasons.${reason}`)} · {t('room:pause.stands')}
      </p>
      <ErrorSummary error={goOn.error} />
      <BannerButton isBusy={goOn.isPending} onPress={() => goOn.mutate()}>
        {t('room:pause.goOn')}
      </BannerButton>
    </Banner>
  );
}
