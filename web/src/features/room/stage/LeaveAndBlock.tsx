import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../../app/services';
import { useT } from '../../../i18n/use-t';
import type { SessionView } from '../../../shared/api/contract';
import { BlockIcon } from '../../../shared/ui/icons';

/** One tap, always there: out of the room, and this person cannot reach one again. It can be taken back afterwards. */
export function LeaveAndBlock({ session }: { session: SessionView }): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const { id, other } = session;
  const leave = useMutation({
    mutationFn: () => api.POST('/sessions/{id}/leave-and-block', { params: { path: { id } } }),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['session', id] }),
        queryClient.invalidateQueries({ queryKey: ['blocks'] }),
      ]),
  });
  const label = t('room:block.leave', { name: other.displayName });
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      disabled={leave.isPending}
      onClick={() => leave.mutate()}
      className="grid size-11 place-items-center rounded-full text-lg text-stage-muted hover:text-stage-ink focus-visible:outline-stage-ink disabled:opacity-50"
    >
      <BlockIcon />
    </button>
  );
}
