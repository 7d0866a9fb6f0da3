import { useRouteLoaderData } from 'react-router';
import type { Me, MeView } from '../shared/api/contract';

export const ROOT_ROUTE = 'root';

/** Who is looking, and how they want to see things. */
export function useMe(): MeView {
  const me = useRouteLoaderData<MeView>(ROOT_ROUTE);
  if (me === undefined) throw new Error('the root route has no data');
  return me;
}

/** The person who is signed in; only for private pages. */
export function usePerson(): Me {
  const { person } = useMe();
  if (person === null) throw new Error('nobody is signed in');
  return person;
}
