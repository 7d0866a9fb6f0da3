import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../../app/services';
import { ok } from '../api/client';
import type { Suggestion } from '../api/contract';

/** One request for a pause in typing, not for a letter. */
const PAUSE_MS = 200;
const FROM_LENGTH = 2;
const FRESH_MS = 60_000;

/** What may be meant by what is typed; a question that is out of date is called off. */
export function useSuggestions(typed: string | null): readonly Suggestion[] {
  const api = useApi();
  const asked = useAfterPause(typed?.trim() ?? '');
  const isAsked = typed !== null && asked.length >= FROM_LENGTH;
  const { data } = useQuery({
    queryKey: ['suggestions', asked],
    enabled: isAsked,
    staleTime: FRESH_MS,
    retry: false,
    queryFn: ({ signal }) =>
      ok(api.GET('/search/suggestions', { params: { query: { q: asked } }, signal })),
  });
  return isAsked ? (data?.items ?? []) : [];
}

function useAfterPause(text: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
