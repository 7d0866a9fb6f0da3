import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useApi } from '../../app/services';
import { ok } from './client';
import type { Category, ListingPage } from './contract';

/** Reads that several features need. */
export function useListing(id: string): UseQueryResult<ListingPage> {
  const api = useApi();
  return useQuery({
    queryKey: ['listing', id],
    queryFn: () => ok(api.GET('/listings/{id}', { params: { path: { id } } })),
  });
}

const CATEGORIES_FRESH_MS = 5 * 60 * 1000;

export function useCategories(): UseQueryResult<Category[]> {
  const api = useApi();
  return useQuery({
    queryKey: ['categories'],
    staleTime: CATEGORIES_FRESH_MS,
    queryFn: async () => (await ok(api.GET('/categories'))).items,
  });
}
