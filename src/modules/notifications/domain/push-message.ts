/** What a person does about a notification with one tap. */
export interface PushAction {
  readonly action: string;
  readonly title: string;
}

/**
 * What a browser is told while no page is open. The service worker of the pages shows it; encrypted on
 * the way, so that only this browser can read it. Kept short: the protocol carries four kilobytes.
 */
export interface PushMessage {
  /** `ring` counts down, `ring-over` takes its place, `check` asks for one tap, `note` only tells. */
  readonly kind: 'ring' | 'ring-over' | 'check' | 'note';
  /** A later one of the same tag takes the place of the earlier. */
  readonly tag: string;
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Where a tap leads; a path of this installation. */
  readonly path: string;
  readonly actions?: readonly PushAction[];
  /** Lets the browser answer without an open page. */
  readonly token?: string;
  /** RFC 3339, UTC: when answering ends. */
  readonly endsAt?: string;
  /** Text of the time that is left, with `{{length}}` in the place of it. */
  readonly leftText?: string;
  /** Shown in the place of a question that was answered too late. */
  readonly overText?: string;
  /** Of `ring-over`: worth showing also where the ring itself was never seen. */
  readonly isNews?: boolean;
}

export interface PushDelivery {
  /** How long the push service may keep it for a browser that is not connected; 0 is now or never. */
  readonly ttlSeconds: number;
  readonly urgency: 'low' | 'normal' | 'high';
  /** An undelivered message of the same topic is dropped for this one; up to 32 letters, digits, - and _. */
  readonly topic?: string;
}
