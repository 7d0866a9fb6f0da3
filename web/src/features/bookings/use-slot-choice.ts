import { useSearchParams } from 'react-router';

/** What is on show and picked in a calendar of slots. */
export interface SlotChoice {
  /** First day on show; null for the usual one. */
  readonly from: string | null;
  /** The day whose times are shown. */
  readonly day: string | null;
  /** Null for the reader's own zone. */
  readonly zone: string | null;
  /** Start of the picked slot. */
  readonly slot: string | null;
  show: (part: Partial<Record<'from' | 'day' | 'zone' | 'slot', string | null>>) => void;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** All of it stands in the address, so that back, reload and a shared link show the same. */
export function useSlotChoice(): SlotChoice {
  const [params, setParams] = useSearchParams();
  const dayOf = (name: string): string | null => {
    const text = params.get(name);
    return text !== null && DAY.test(text) ? text : null;
  };
  return {
    from: dayOf('from'),
    day: dayOf('day'),
    zone: knownZone(params.get('zone')),
    slot: params.get('slot'),
    show: (part) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(part))
            if (value === null) next.delete(name);
            else next.set(name, value);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
  };
}

function knownZone(zone: string | null): string | null {
  if (zone === null) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return null;
  }
}
