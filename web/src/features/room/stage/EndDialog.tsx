import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../../app/services';
import { useT } from '../../../i18n/use-t';
import { ok } from '../../../shared/api/client';
import type { SessionView } from '../../../shared/api/contract';
import { ErrorSummary } from '../../../shared/forms/ErrorSummary';
import { Button } from '../../../shared/ui/Button';
import { Dialog } from '../../../shared/ui/Dialog';

interface EndDialogProps {
  session: SessionView;
  isOpen: boolean;
  onClose: () => void;
}

/** Ending is for both and cannot be taken back, so it is asked once. */
export function EndDialog({ session, isOpen, onClose }: EndDialogProps): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const { id } = session;
  const end = useMutation({
    mutationFn: () => ok(api.POST('/sessions/{id}/end', { params: { path: { id } } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['session', id] }),
  });
  return (
    <Dialog title={t('room:end.title')} isOpen={isOpen} onClose={onClose}>
      <div className="grid gap-5">
        <p>{t('room:end.text')}</p>
        <ErrorSummary error={end.error} />
        <div className="flex flex-wrap gap-3">
          <Button look="danger" busy={end.isPending} onClick={() => end.mutate()}>
            {t('room:end.yes')}
          </Button>
          <Button look="secondary" onClick={onClose}>
            {t('room:end.no')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
