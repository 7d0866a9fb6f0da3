import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { cx } from './cx';
import { SearchIcon } from './icons';

/** The field itself; the form around it says where it goes. */
export function SearchField({
  defaultValue,
  large = false,
}: {
  defaultValue?: string;
  large?: boolean;
}): ReactNode {
  const t = useT();
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
      />
      {large && (
        <button className="absolute inset-y-1.5 end-1.5 rounded-full bg-accent px-5 font-medium text-on-accent hover:bg-accent-strong">
          {t('common:search.go')}
        </button>
      )}
    </div>
  );
}
