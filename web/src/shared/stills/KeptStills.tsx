import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../api/client';
import { Panel } from '../ui/Panel';
import { KeptStill } from './KeptStill';
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
            <KeptStill still={still} inks={inks} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
