import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../app/services';
import { ok } from '../api/client';
import type { ExpertBrief } from '../api/contract';

export interface Blocks {
  readonly people: readonly ExpertBrief[];
  readonly unblock: (personId: string) => void;
}

/** Whom this person wants nothing more to do with. */
export function useBlocks(): Blocks {
  const api = useApi();
  const queryClient = useQueryClient();
  const { data } = useQuery({ queryKey: ['blocks'], queryFn: () => ok(api.GET('/blocks')) });
  const unblock = useMutation({
    mutationFn: (personId: string) =>
      api.DELETE('/blocks/{personId}', { params: { path: { personId } } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['blocks'] }),
  });
  return { people: data?.items ?? [], unblock: (personId) => unblock.mutate(personId) };
}
