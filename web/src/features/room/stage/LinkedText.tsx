import type { ReactNode } from 'react';
import { splitLinks } from '../core/split-links';

/** A message with its addresses to press; the page that is opened learns nothing of the room. */
export function LinkedText({ text }: { text: string }): ReactNode {
  return splitLinks(text).map((part, index) =>
    part.isLink ? (
      <a
        key={index}
        href={part.text}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="underline"
      >
        {part.text}
      </a>
    ) : (
      part.text
    ),
  );
}
