import type { OwnMessage } from './own-message';

/** Messages that the server has not taken outlive a reload of the page, in this tab. */
export function readUnsent(sessionId: string): readonly OwnMessage[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(sessionId)) ?? '[]') as OwnMessage[];
    return kept.map((own) => ({ ...own, hasFailed: true }));
  } catch {
    return [];
  }
}

export function keepUnsent(sessionId: string, unsent: readonly OwnMessage[]): void {
  try {
    if (unsent.length === 0) sessionStorage.removeItem(keyOf(sessionId));
    else sessionStorage.setItem(keyOf(sessionId), JSON.stringify(unsent));
  } catch {
    // Without storage they are kept as long as the page is.
  }
}

function keyOf(sessionId: string): string {
  return `visavis.unsent.${sessionId}`;
}
