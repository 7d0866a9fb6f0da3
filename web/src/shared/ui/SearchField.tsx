import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useT } from '../../i18n/use-t';
import type { Suggestion } from '../api/contract';
import { cx } from './cx';
import { SearchIcon } from './icons';
import { useSuggestions } from './use-suggestions';

interface SearchFieldProps {
  defaultValue?: string;
  large?: boolean;
  /** Off where the results themselves move with every word. */
  suggests?: boolean;
}

/** The field itself; the form around it says where it goes. While somebody types it offers what may be meant. */
export function SearchField({
  defaultValue,
  large = false,
  suggests = true,
}: SearchFieldProps): ReactNode {
  const t = useT();
  const box = useCombobox(suggests);
  return (
    <div className="relative">
      <SearchIcon
        className={cx(
          'pointer-events-none absolute inset-y-0 start-4 my-auto text-muted',
          large && 'text-lg',
        )}
      />
      <input
        type="search"
        name="q"
        defaultValue={defaultValue}
        aria-label={t('common:search.label')}
        placeholder={t('common:search.placeholder')}
        autoComplete="off"
        enterKeyHint="search"
        maxLength={200}
        className={cx(
          'own-typing w-full text-ellipsis rounded-full border border-edge bg-surface ps-12 text-ink',
          large ? 'min-h-14 pe-32 text-base shadow-card' : 'min-h-11 pe-4 text-sm',
        )}
        {...box.input}
      />
      {large && (
        <button className="absolute inset-y-1.5 end-1.5 rounded-full bg-accent px-5 font-medium text-on-accent hover:bg-accent-strong">
          {t('common:search.go')}
        </button>
      )}
      {box.isOpen && <Suggestions box={box} />}
      {suggests && (
        <p role="status" className="sr-only">
          {box.isOpen && t('common:search.suggested', { count: box.items.length })}
        </p>
      )}
    </div>
  );
}

function Suggestions({ box }: { box: Combobox }) {
  const t = useT();
  return (
    <ul
      id={box.listId}
      role="listbox"
      aria-label={t('common:search.suggestions')}
      className="absolute inset-x-0 top-full z-30 mt-1.5 grid overflow-hidden rounded-md border border-line bg-surface p-1.5 shadow-float"
    >
      {box.items.map((item, index) => (
        <li
          key={item.path}
          id={box.optionId(index)}
          role="option"
          aria-selected={index === box.active}
          // The field keeps the focus: what is pressed here is chosen before it could lose it.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => box.choose(item)}
          className={cx(
            'flex min-h-11 cursor-pointer items-center justify-between gap-3 rounded-sm px-3 text-sm hover:bg-sunken',
            index === box.active && 'bg-accent-soft text-accent',
          )}
        >
          <span lang={item.language} dir="auto" className="min-w-0 truncate">
            {item.label}
          </span>
          <span className="shrink-0 text-muted">{t(`common:search.kinds.${item.kind}`)}</span>
        </li>
      ))}
    </ul>
  );
}

type Combobox = ReturnType<typeof useCombobox>;

/** The combobox pattern: the field keeps the focus, arrows walk through the list, Escape shuts it, Enter goes there. */
function useCombobox(isOn: boolean) {
  const navigate = useNavigate();
  const listId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(-1);
  const items = useSuggestions(isOn ? typed : null);
  const isOpen = items.length > 0;
  const close = () => {
    setTyped(null);
    setActive(-1);
  };
  const choose = ({ path }: Suggestion) => {
    close();
    void navigate(path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = items[active];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter' && chosen === undefined) close();
    if (!isOpen || event.nativeEvent.isComposing) return;
    if (step !== undefined) setActive(stepped(active, step, items.length));
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && chosen !== undefined) choose(chosen);
    else return;
    event.preventDefault();
  };
  const optionId = (index: number): string => `${listId}-${index}`;
  return {
    items,
    isOpen,
    active,
    listId,
    optionId,
    choose,
    input: isOn
      ? {
          role: 'combobox',
          'aria-expanded': isOpen,
          'aria-autocomplete': 'list' as const,
          'aria-controls': isOpen ? listId : undefined,
          'aria-activedescendant': isOpen && active >= 0 ? optionId(active) : undefined,
          onInput: (event: { currentTarget: HTMLInputElement }) => {
            setTyped(event.currentTarget.value);
            setActive(-1);
          },
          onKeyDown,
          onBlur: close,
        }
      : {},
  };
}

/** Past the last comes the field itself, then the first again. */
function stepped(active: number, step: number, count: number): number {
  const next = active + step;
  if (next < -1) return count - 1;
  return next >= count ? -1 : next;
}
