import type { ReactNode } from 'react';
import type { Slot } from '../../shared/api/contract';
import { hourOptions, useHourChoice } from '../../shared/format/hour-cycle';
import { useLocale } from '../../shared/format/locale-context';
import { formatInstant, formatWithOffset } from '../../shared/format/time';

/** Slots of a refusal come without the offset, which only a reader's zone gives them. */
export type AnySlot = Pick<Slot, 'startsAt'> & Partial<Slot>;

/** Day and time of a slot, in the offset that the server sent with it. */
export function SlotText({ slot }: { slot: AnySlot }): ReactNode {
  const { locale, timeZone } = useLocale();
  const [hours] = useHourChoice();
  return (
    <time dateTime={slot.startsAt}>
      <bdi className="whitespace-normal">
        {slot.offset === undefined
          ? formatInstant(slot.startsAt, 'day-time', locale, timeZone)
          : formatWithOffset(
              slot.startsAt,
              slot.offset,
              {
                weekday: 'long',
                day: 'numeric',
                month: 'long',
                hour: '2-digit',
                minute: '2-digit',
                ...hourOptions(hours),
              },
              locale,
            )}
      </bdi>
    </time>
  );
}
