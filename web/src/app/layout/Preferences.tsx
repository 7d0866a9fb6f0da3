import { useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { LANGUAGES } from '../../i18n/languages';
import { useT } from '../../i18n/use-t';
import { useLocale } from '../../shared/format/locale-context';
import { countryName, ownLanguageName } from '../../shared/format/names';
import { buttonClass } from '../../shared/ui/Button';
import { SelectField } from '../../shared/ui/Field';
import { useHydrated } from '../../shared/ui/use-now';
import { useMe } from '../me';
import { THEMES, useTheme } from '../theme';

/**
 * Language, country and look. A plain form: a new language is a new page anyway, so it is posted and the
 * server answers with the same page in the new dress.
 */
export function Preferences(): ReactNode {
  const t = useT();
  const { locale, language } = useLocale();
  const { display, person, servedCountries } = useMe();
  const { pathname, search } = useLocation();
  const { theme, setTheme } = useTheme();
  const form = useRef<HTMLFormElement>(null);
  const isHydrated = useHydrated();
  const send = () => form.current?.requestSubmit();
  const countries = servedCountries.some(({ code }) => code === display.country)
    ? servedCountries
    : [{ code: display.country, name: countryName(display.country, locale) }, ...servedCountries];
  return (
    <form
      ref={form}
      id="preferences"
      method="post"
      action="/preferences"
      aria-label={t('common:preferences.title')}
      className="grid content-start gap-3 sm:grid-cols-3"
    >
      <input type="hidden" name="returnTo" value={pathname + search} />
      <SelectField
        label={t('common:preferences.language')}
        name="language"
        defaultValue={language}
        onChange={send}
      >
        {LANGUAGES.map((code) => (
          <option key={code} value={code} lang={code}>
            {ownLanguageName(code)}
          </option>
        ))}
      </SelectField>
      {/* The country of an account decides its taxes; it is changed in the settings, on purpose. */}
      {person === null && (
        <SelectField
          label={t('common:preferences.country')}
          name="country"
          defaultValue={display.country}
          onChange={send}
        >
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField
        label={t('common:preferences.theme')}
        name="theme"
        value={theme}
        onChange={(event) => setTheme(event.target.value)}
      >
        {THEMES.map((name) => (
          <option key={name} value={name}>
            {t(`common:preferences.themes.${name}`)}
          </option>
        ))}
      </SelectField>
      {!isHydrated && (
        <noscript>
          <button className={buttonClass('secondary')}>{t('common:preferences.apply')}</button>
        </noscript>
      )}
    </form>
  );
}
