import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useT } from '../../../i18n/use-t';
import { milestoneBetween, type Milestone, type RoomNow } from '../core/milestones';

const NOBODY_YET: RoomNow = {
  isOtherHere: false,
  isMuted: false,
  isRunning: false,
  remainingSeconds: Number.POSITIVE_INFINITY,
  isPaused: false,
  proposal: null,
};

interface AnnouncementsProps {
  room: RoomNow;
  name: string;
}

/** Says to a screen reader what the eye sees at once: who has come, whether one is heard, that time runs out. */
export function Announcements({ room, name }: AnnouncementsProps): ReactNode {
  const t = useT();
  const before = useRef(NOBODY_YET);
  const [said, setSaid] = useState<Milestone | null>(null);
  useEffect(() => {
    const milestone = milestoneBetween(before.current, room);
    before.current = room;
    if (milestone !== null) setSaid(milestone);
  }, [room]);
  return (
    <p role="status" data-testid="announcement" className="sr-only">
      {said && t(`room:said.${said}`, { name })}
    </p>
  );
}
