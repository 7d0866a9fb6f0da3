import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../../../app/services';
import { ok, uploadFile } from '../../../shared/api/client';
import type { Still, Stroke } from '../../../shared/api/contract';
import { realtime } from '../../../shared/realtime/socket';
import { useRealtime } from '../../../shared/realtime/use-realtime';
import type { Line } from '../../../shared/stills/StrokeLines';
import type { Points } from '../../../shared/stills/strokes';
import { framePicture } from './frame-picture';

type Stills = { items: Still[] };

export interface OpenStill {
  readonly still: Still | null;
  /** Lines of this page that the server has not taken yet. */
  readonly pending: readonly Line[];
  readonly isFreezing: boolean;
  readonly problem: unknown;
  readonly freeze: (video: HTMLVideoElement) => void;
  readonly unfreeze: () => void;
  readonly draw: (points: Points) => void;
  readonly takeBack: (which: 'last' | 'all') => void;
}

/** The frozen picture both look at, as the server keeps it. */
export function useStill(sessionId: string, ownId: string): OpenStill {
  const api = useApi();
  const queryClient = useQueryClient();
  const queryKey = ['stills', sessionId];
  const [pending, setPending] = useState<readonly Line[]>([]);
  const [isFreezing, setIsFreezing] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { data } = useQuery({
    queryKey,
    queryFn: () => ok(api.GET('/sessions/{id}/stills', { params: { path: { id: sessionId } } })),
  });
  const change = (next: (items: Still[]) => Still[]) =>
    queryClient.setQueryData<Stills>(queryKey, (before) => ({ items: next(before?.items ?? []) }));
  const changeStrokes = (stillId: string, next: (strokes: readonly Stroke[]) => Stroke[]) =>
    change((items) =>
      items.map((each) => (each.id === stillId ? { ...each, strokes: next(each.strokes) } : each)),
    );
  useRealtime('room.still', (message) => {
    if (message.sessionId !== sessionId) return;
    const { still } = message;
    change((items) => [
      ...items.filter(({ id }) => id !== still?.id).map((each) => ({ ...each, isOpen: false })),
      ...(still ? [still] : []),
    ]);
  });
  useRealtime('room.stroke', ({ sessionId: of, stillId, stroke }) => {
    if (of !== sessionId) return;
    setPending((before) => before.filter(({ id }) => id !== stroke.clientId));
    changeStrokes(stillId, (strokes) => [...strokes.filter(({ id }) => id !== stroke.id), stroke]);
  });
  useRealtime('room.strokesGone', ({ sessionId: of, stillId, ids }) => {
    if (of !== sessionId) return;
    changeStrokes(stillId, (strokes) => strokes.filter(({ id }) => !ids.includes(id)));
  });
  // What was said while the line was down is asked for.
  useEffect(
    () =>
      realtime.onConnected(
        () => void queryClient.invalidateQueries({ queryKey: ['stills', sessionId] }),
      ),
    [queryClient, sessionId],
  );
  const still = data?.items.find(({ isOpen }) => isOpen) ?? null;
  const say = (event: string, message: object): Promise<unknown> =>
    realtime.ask(event, { sessionId, ...message });
  const attempt = (work: Promise<unknown>) => {
    setProblem(null);
    work.catch(setProblem);
  };
  return {
    still,
    pending,
    isFreezing,
    problem,
    freeze: (video) => {
      setIsFreezing(true);
      attempt(
        (async () => {
          const { file, width, height } = await framePicture(video);
          const { id: fileId } = await uploadFile(file);
          await say('room.freeze', { fileId, width, height });
        })().finally(() => setIsFreezing(false)),
      );
    },
    unfreeze: () => attempt(say('room.unfreeze', {})),
    draw: (points) => {
      if (still === null || points.length === 0) return;
      const clientId = crypto.randomUUID();
      setPending((before) => [...before, { id: clientId, drawnBy: ownId, points }]);
      attempt(
        say('room.stroke', { stillId: still.id, clientId, points }).catch((error: unknown) => {
          setPending((before) => before.filter(({ id }) => id !== clientId));
          throw error;
        }),
      );
    },
    takeBack: (which) => {
      if (still !== null) attempt(say('room.takeBack', { stillId: still.id, which }));
    },
  };
}
