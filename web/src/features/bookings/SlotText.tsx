import type { ReactNode } from 'react';
import type { Slot } from '../../shared/api/contract';
import { useLocale } from '../../shared/format/locale-context';
import { formatWithOffset } from '../../shared/format/time';

/** Day and time of a slot, in the offset that the server sent with it. */
export function SlotText({ slot }: { slot: Slot }): ReactNode {
  const { locale } = useLocale();
  return (
    <time dateTime={slot.startsAt}>
      <bdi className="whitespace-normal">
        {formatWithOffset(
          slot.startsAt,
          slot.offset,
          { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
          locale,
        )}
      </bdi>
    </time>
  );
}
