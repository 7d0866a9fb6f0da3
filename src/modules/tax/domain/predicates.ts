import { type FactPath, isFactPath } from './fact-paths.js';
import type { Condition, FactValue, Matcher } from './pack.js';

/** What is known of one fact: a value, a set of words, or `undefined` for unknown. */
export type KnownFact = FactValue | readonly string[] | undefined;
export type FactReader = (path: FactPath) => KnownFact;

/** Three-valued: a condition that rests on an unknown fact is neither true nor false. */
export type Truth =
  | { readonly holds: true; readonly because: readonly FactPath[] }
  | { readonly holds: false }
  | { readonly holds: 'unknown'; readonly missing: readonly FactPath[] };

const FALSE: Truth = { holds: false };

/** Whether a condition holds; one member that is false settles it, whatever else is unknown. */
export function evaluate(condition: Condition, read: FactReader): Truth {
  return conjunction(
    Object.entries(condition).map(([key, value]) => {
      if (key === 'any')
        return disjunction((value as readonly Condition[]).map((one) => evaluate(one, read)));
      if (key === 'not') return negation(value as Condition, evaluate(value as Condition, read));
      return matches(key as FactPath, value as Matcher, read(key as FactPath));
    }),
  );
}

function matches(path: FactPath, matcher: Matcher, known: KnownFact): Truth {
  if (known === undefined) return { holds: 'unknown', missing: [path] };
  const { wanted, isNegated } = readMatcher(matcher);
  const values: readonly FactValue[] = Array.isArray(known) ? known : [known as FactValue];
  const isFound = values.some((value) => wanted.includes(value));
  return isFound !== isNegated ? { holds: true, because: [path] } : FALSE;
}

export function readMatcher(matcher: Matcher): {
  wanted: readonly FactValue[];
  isNegated: boolean;
} {
  if (typeof matcher !== 'object') return { wanted: [matcher], isNegated: false };
  if ('not' in matcher) {
    const { not } = matcher;
    return { wanted: typeof not === 'object' ? not : [not], isNegated: true };
  }
  return { wanted: matcher, isNegated: false };
}

function conjunction(parts: readonly Truth[]): Truth {
  if (parts.some((part) => part.holds === false)) return FALSE;
  const missing = parts.flatMap((part) => (part.holds === 'unknown' ? part.missing : []));
  if (missing.length > 0) return { holds: 'unknown', missing };
  return {
    holds: true,
    because: parts.flatMap((part) => (part.holds === true ? part.because : [])),
  };
}

function disjunction(parts: readonly Truth[]): Truth {
  const winner = parts.find((part) => part.holds === true);
  if (winner) return winner;
  const missing = parts.flatMap((part) => (part.holds === 'unknown' ? part.missing : []));
  return missing.length > 0 ? { holds: 'unknown', missing } : FALSE;
}

function negation(condition: Condition, truth: Truth): Truth {
  if (truth.holds === 'unknown') return truth;
  return truth.holds === true ? FALSE : { holds: true, because: factsOf(condition) };
}

/** Every fact that a condition names, each once. */
export function factsOf(condition: Condition): FactPath[] {
  const found = Object.entries(condition).flatMap(([key, value]) => {
    if (key === 'any') return (value as readonly Condition[]).flatMap(factsOf);
    if (key === 'not') return factsOf(value as Condition);
    return isFactPath(key) ? [key] : [];
  });
  return [...new Set(found)];
}
