import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';

/** Cards of the sandbox, each with what it does. */
const TEST_CARDS = [
  ['good', '4242 4242 4242 4242'],
  ['declined', '4000 0000 0000 0002'],
  ['challenge', '4000 0025 0000 3155'],
] as const;

interface TestCardsProps {
  onUse: (number: string) => void;
}

/** In the demo there is no real money: one press fills in a card that does what it says. */
export function TestCards({ onUse }: TestCardsProps): ReactNode {
  const t = useT();
  return (
    <div className="grid gap-2 rounded-md bg-sunken p-4">
      <p className="text-sm">{t('common:card.test.title')}</p>
      <ul className="flex flex-wrap gap-2">
        {TEST_CARDS.map(([kind, number]) => (
          <li key={kind}>
            <button
              type="button"
              onClick={() => onUse(number)}
              className="min-h-11 rounded-full border border-edge bg-surface px-4 text-sm hover:bg-paper"
            >
              {t(`common:card.test.${kind}`)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
