/**
 * The first of many in order, without sorting the rest.
 *
 * @param isBefore a strict order: never true both ways round
 * @returns at most `count`, best first
 */
export function bestOf<T>(
  items: Iterable<T>,
  count: number,
  isBefore: (a: T, b: T) => boolean,
): T[] {
  if (count === 0) return [];
  // A heap with the worst of the kept on top, so that most items are turned away by one comparison.
  const kept: T[] = [];
  for (const item of items) {
    if (kept.length < count) {
      kept.push(item);
      siftUp(kept, isBefore);
    } else if (isBefore(item, kept[0] as T)) {
      kept[0] = item;
      siftDown(kept, isBefore);
    }
  }
  return kept.sort((a, b) => (isBefore(a, b) ? -1 : 1));
}

function siftUp<T>(heap: T[], isBefore: (a: T, b: T) => boolean): void {
  let child = heap.length - 1;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    if (!isBefore(heap[parent] as T, heap[child] as T)) return;
    swap(heap, parent, child);
    child = parent;
  }
}

function siftDown<T>(heap: T[], isBefore: (a: T, b: T) => boolean): void {
  let parent = 0;
  for (;;) {
    const left = 2 * parent + 1;
    if (left >= heap.length) return;
    const right = left + 1;
    const isRightWorse = right < heap.length && isBefore(heap[left] as T, heap[right] as T);
    const worse = isRightWorse ? right : left;
    if (!isBefore(heap[parent] as T, heap[worse] as T)) return;
    swap(heap, parent, worse);
    parent = worse;
  }
}

function swap<T>(heap: T[], a: number, b: number): void {
  [heap[a], heap[b]] = [heap[b] as T, heap[a] as T];
}
