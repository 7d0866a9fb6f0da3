import type { RichNotificationOptions } from './worker-scope';

/** What the server pushes; written in the reader's language. */
export interface PushMessage {
  readonly kind: 'ring' | 'ring-over' | 'check' | 'note';
  readonly tag: string;
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly path: string;
  readonly actions?: readonly { readonly action: string; readonly title: string }[];
  readonly token?: string;
  /** RFC 3339: when answering ends. */
  readonly endsAt?: string;
  readonly leftText?: string;
  readonly overText?: string;
  readonly isNews?: boolean;
}

export interface Shown {
  readonly title: string;
  readonly options: RichNotificationOptions;
}

/** Whole seconds until answering ends, zero once it has; null where there is no end. */
export function secondsLeft({ endsAt }: PushMessage, nowMs: number): number | null {
  if (endsAt === undefined) return null;
  return Math.max(0, Math.ceil((Date.parse(endsAt) - nowMs) / 1000));
}

/**
 * The notification of a message.
 *
 * @param isFirst the first of a ring makes itself heard; those that only count down are silent
 */
export function shownOf(message: PushMessage, nowMs: number, isFirst: boolean): Shown {
  const { kind, tag, title, body, language, direction, actions } = message;
  const isAsking = kind === 'ring';
  const left = timeLeft(message, nowMs);
  return {
    title,
    options: {
      tag,
      body: left === null ? body : `${left}\n${body}`,
      lang: language,
      dir: direction,
      data: message,
      silent: !isFirst || kind === 'ring-over',
      renotify: isFirst && isAsking,
      requireInteraction: isAsking,
      ...(isAsking && actions ? { actions } : {}),
      ...(isAsking && isFirst ? { vibrate: [300, 150, 300, 150, 300] } : {}),
    },
  };
}

/** What a question turns into that was answered too late. */
export function overOf(message: PushMessage): PushMessage {
  const { tag, title, language, direction, path, overText = '' } = message;
  return { kind: 'ring-over', tag, title, body: overText, language, direction, path };
}

function timeLeft(message: PushMessage, nowMs: number): string | null {
  const seconds = secondsLeft(message, nowMs);
  if (seconds === null || message.leftText === undefined) return null;
  const length = new Intl.NumberFormat(message.language, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'long',
  }).format(seconds);
  return message.leftText.replace('{{length}}', length);
}
