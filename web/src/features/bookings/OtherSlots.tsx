import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { buttonClass } from '../../shared/ui/Button';
import { Notice } from '../../shared/ui/Notice';
import { type AnySlot, SlotText } from './SlotText';

interface OtherSlotsProps {
  slots: readonly AnySlot[];
  onChoose: (slot: AnySlot) => void;
}

/** Somebody was quicker, or the day is full: the next open times, in place. */
export function OtherSlots({ slots, onChoose }: OtherSlotsProps): ReactNode {
  const t = useT();
  return (
    <Notice tone="caution" role="alert" title={t('bookings:taken.title')}>
      <p>{t(slots.length > 0 ? 'bookings:taken.text' : 'bookings:taken.none')}</p>
      <ul className="mt-3 flex flex-wrap gap-2">
        {slots.map((slot) => (
          <li key={slot.startsAt}>
            <button
              type="button"
              onClick={() => onChoose(slot)}
              className={buttonClass('secondary')}
            >
              <SlotText slot={slot} />
            </button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
