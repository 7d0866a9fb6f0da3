import type { ReactNode } from 'react';
import { THEMES, useTheme } from '../../app/theme';
import { useT } from '../../i18n/use-t';
import { CheckField } from '../../shared/ui/Field';

export function LookChoice(): ReactNode {
  const t = useT();
  const { theme, setTheme } = useTheme();
  return (
    <fieldset>
      <legend className="sr-only">{t('common:preferences.theme')}</legend>
      {THEMES.map((name) => (
        <CheckField
          key={name}
          type="radio"
          name="theme"
          label={t(`common:preferences.themes.${name}`)}
          checked={theme === name}
          onChange={() => setTheme(name)}
        />
      ))}
    </fieldset>
  );
}
