import { useEffect, useState } from 'react';
import type { Money, SessionView } from '../../../shared/api/contract';
import { useRealtime } from '../../../shared/realtime/use-realtime';

export interface MeterNow {
  readonly running: boolean;
  readonly billedSeconds: number;
  readonly cost: Money | null;
  readonly remainingSeconds: number;
}

/** The meter as the server counts it; the page never counts by itself. */
export function useMeter(session: SessionView): MeterNow {
  const [meter, setMeter] = useState<MeterNow>(() => meterOf(session));
  useEffect(() => setMeter(meterOf(session)), [session]);
  useRealtime('meter.tick', (tick) => {
    if (tick.sessionId === session.id) setMeter(tick);
  });
  return meter;
}

function meterOf({ meter, ceilingMinutes }: SessionView): MeterNow {
  return { ...meter, remainingSeconds: Math.max(0, ceilingMinutes * 60 - meter.billedSeconds) };
}
