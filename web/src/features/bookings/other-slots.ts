import { isApiProblem } from '../../shared/api/api-problem';
import type { AnySlot } from './SlotText';

/** What the server offers instead, where the wanted time cannot be had; undefined for other refusals. */
export function otherSlotsOf(error: unknown): readonly AnySlot[] | undefined {
  const isOffering =
    isApiProblem(error, 'scheduling.slot_taken') ||
    isApiProblem(error, 'scheduling.day_full') ||
    isApiProblem(error, 'scheduling.slot_not_offered');
  return isOffering ? (error.facts['nextSlots'] as AnySlot[] | undefined) : undefined;
}
