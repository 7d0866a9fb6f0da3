import type { ReactNode } from 'react';
import type { SearchPage } from '../api/contract';

type Ranges = SearchPage['items'][number]['highlights']['title'];

/** A text with the parts that answer a search marked. */
export function Marked({
  text,
  ranges = [],
}: {
  text: string;
  ranges?: Ranges | undefined;
}): ReactNode {
  const pieces: ReactNode[] = [];
  let end = 0;
  for (const { start, length } of ranges) {
    pieces.push(text.slice(end, start));
    end = start + length;
    pieces.push(
      <mark key={start} className="bg-transparent font-semibold text-inherit">
        {text.slice(start, end)}
      </mark>,
    );
  }
  return [...pieces, text.slice(end)];
}
