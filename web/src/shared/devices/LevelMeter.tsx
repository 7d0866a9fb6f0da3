import { useEffect, useState, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { cx } from '../ui/cx';
import { watchLevel } from './sound-level';

const BARS = 12;

/** How loud the microphone hears, and in words once it has heard something. */
export function LevelMeter({ track }: { track: MediaStreamTrack }): ReactNode {
  const t = useT();
  const [level, setLevel] = useState(0);
  const [hasHeard, setHasHeard] = useState(false);
  useEffect(
    () =>
      watchLevel(track, (next) => {
        setLevel(next);
        if (next > 0.12) setHasHeard(true);
      }),
    [track],
  );
  return (
    <div className="grid gap-1.5">
      <div aria-hidden="true" className="flex h-6 items-stretch gap-1">
        {Array.from({ length: BARS }, (_, bar) => (
          <span
            key={bar}
            className={cx(
              'grow rounded-sm transition-colors duration-100',
              level * BARS > bar ? 'bg-accent' : 'bg-sunken',
            )}
          />
        ))}
      </div>
      <p role="status" className="text-sm text-muted">
        {t(hasHeard ? 'common:devices.heard' : 'common:devices.speak')}
      </p>
    </div>
  );
}
