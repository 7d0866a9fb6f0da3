import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useApi } from '../../app/services';
import { ok } from '../../shared/api/client';
import type { StudioToday } from '../../shared/api/contract';

export const TODAY_KEY = ['studio', 'today'];

/** A push announces rings; asking now and then finds one whose push was lost. */
const ASK_EVERY_MS = 20_000;

export function useToday(): UseQueryResult<StudioToday> {
  const api = useApi();
  return useQuery({
    queryKey: TODAY_KEY,
    queryFn: () => ok(api.GET('/studio/today')),
    refetchInterval: ASK_EVERY_MS,
    refetchIntervalInBackground: true,
  });
}
