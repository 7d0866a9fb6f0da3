import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useApi } from '../../app/services';
import { ok } from '../../shared/api/client';
import { draftOf, type WithListing } from './listing-form';

/** After so long without typing, what is there is kept on the server. */
const PAUSE_MS = 1_200;

export type KeptState = 'idle' | 'saving' | 'saved' | 'failed';

interface Autosave {
  readonly state: KeptState;
  /** Null until there is anything to keep. */
  readonly listingId: string | null;
  /** Lets what is under way arrive and keeps nothing more. @returns the listing that was kept so far */
  settle(): Promise<string | null>;
}

/** Keeps what is typed as a draft on the server, whole or not, so that it can be gone on with on another device. */
export function useAutosave(form: UseFormReturn<WithListing>, startId: string | null): Autosave {
  const api = useApi();
  const queryClient = useQueryClient();
  const [state, setState] = useState<KeptState>('idle');
  const [listingId, setListingId] = useState(startId);
  const keeper = useMemo(
    () =>
      new Keeper(startId, async (id) => {
        const body = draftOf(form.getValues().listing);
        setState('saving');
        try {
          const { id: kept } =
            id === null
              ? await ok(api.POST('/studio/listings/drafts', { body }))
              : await ok(
                  api.PUT('/studio/listings/{id}/draft', { params: { path: { id } }, body }),
                );
          setListingId(kept);
          setState('saved');
          void queryClient.invalidateQueries({
            queryKey: ['studio', 'listings'],
            refetchType: 'none',
          });
          // The page stays as it is, with the place of the cursor; a reload finds the draft.
          if (id === null) history.replaceState(history.state, '', `/studio/listings/${kept}`);
          return kept;
        } catch {
          setState('failed');
          return id;
        }
      }),
    [api, form, queryClient, startId],
  );
  useEffect(() => {
    const subscription = form.watch(() => keeper.touch());
    return () => {
      subscription.unsubscribe();
      keeper.stop();
    };
  }, [form, keeper]);
  return { state, listingId, settle: () => keeper.settle() };
}

/** One save at a time, the next one after a pause. */
class Keeper {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<string | null>;

  constructor(
    startId: string | null,
    private readonly save: (id: string | null) => Promise<string | null>,
  ) {
    this.running = Promise.resolve(startId);
  }

  touch(): void {
    this.stop();
    this.timer = setTimeout(() => {
      this.running = this.running.then(this.save);
    }, PAUSE_MS);
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  settle(): Promise<string | null> {
    this.stop();
    return this.running;
  }
}
