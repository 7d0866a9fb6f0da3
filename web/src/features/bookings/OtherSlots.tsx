import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { Slot } from '../../shared/api/contract';
import { buttonClass } from '../../shared/ui/Button';
import { Notice } from '../../shared/ui/Notice';
import { SlotText } from './SlotText';

interface OtherSlotsProps {
  slots: readonly Slot[];
  onChoose: (slot: Slot) => void;
}

/** Somebody was quicker: the next open times, in place. */
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
