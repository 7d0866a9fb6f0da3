import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../api/client';
import { TimeText } from '../format/Formatted';
import { Panel } from '../ui/Panel';
import { DownloadStill } from './DownloadStill';
import { StrokeLines } from './StrokeLines';
import { inkOf } from './strokes';

interface KeptStillsProps {
  sessionId: string;
  role: 'learner' | 'expert';
  otherId: string;
}

/** The frozen pictures of a session, for both of its people to keep; nothing where there was none. */
export function KeptStills({ sessionId, role, otherId }: KeptStillsProps): ReactNode {
  const t = useT();
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['stills', sessionId],
    queryFn: () => ok(api.GET('/sessions/{id}/stills', { params: { path: { id: sessionId } } })),
  });
  if (!data || data.items.length === 0) return null;
  const inks = inkOf(role, otherId);
  return (
    <Panel title={t('common:stills.title')}>
      <ul className="grid gap-5 sm:grid-cols-2">
        {data.items.map((still) => (
          <li key={still.id} className="grid content-start gap-2">
            <div className="relative overflow-hidden rounded-md bg-sunken">
              <img
                src={`/api/v1/files/${still.fileId}`}
                alt={t('common:stills.picture')}
                width={still.width}
                height={still.height}
                loading="lazy"
                className="block h-auto w-full"
              />
              <svg
                aria-hidden="true"
                viewBox={`0 0 100 ${(100 * still.height) / still.width}`}
                className="absolute inset-0 size-full"
              >
                <StrokeLines lines={still.strokes} inks={inks} ratio={still.width / still.height} />
              </svg>
            </div>
            <p className="flex flex-wrap items-center justify-between gap-2 text-sm text-muted">
              <TimeText at={still.frozenAt} style="time" />
              <DownloadStill
                still={still}
                inks={inks}
                className="min-h-11 px-2 text-accent underline"
              />
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
