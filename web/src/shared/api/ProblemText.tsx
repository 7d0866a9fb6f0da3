import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { ApiProblem, codeOf } from './api-problem';

/** What went wrong, in a sentence; with what the server said about it, such as a limit. */
export function ProblemText({ problem }: { problem: unknown }): ReactNode {
  const t = useT();
  return t(`errors:${codeOf(problem)}`, factsOf(problem));
}

function factsOf(problem: unknown): Record<string, string | number> {
  if (!(problem instanceof ApiProblem)) return {};
  const facts: Record<string, string | number> = {};
  for (const [name, fact] of Object.entries(problem.facts))
    if (typeof fact === 'string' || typeof fact === 'number') facts[name] = fact;
  return facts;
}
