import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useEffect, useState, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { LocaleContext, type Locale } from '../shared/format/locale-context';
import { browserTimeZone } from '../shared/format/time';
import { ServicesContext, type Services } from './services';
import { ThemeContext, type Theme } from './theme';

interface AppProps {
  services: Services;
  locale: Locale;
  theme: Theme;
  children: ReactNode;
}

export function App({ services, locale: drawn, theme, children }: AppProps): ReactNode {
  const locale = useZonedLocale(drawn);
  return (
    <StrictMode>
      <ServicesContext value={services}>
        <I18nextProvider i18n={services.words.i18n}>
          <LocaleContext value={locale}>
            <ThemeContext value={theme}>
              <QueryClientProvider client={services.queryClient}>{children}</QueryClientProvider>
            </ThemeContext>
          </LocaleContext>
        </I18nextProvider>
      </ServicesContext>
    </StrictMode>
  );
}

/** Draws as the server did at first; where the server knew no zone, the browser's own takes over. */
function useZonedLocale(drawn: Locale): Locale {
  const [locale, setLocale] = useState(drawn);
  useEffect(() => {
    setLocale((now) => (now.timeZone === null ? { ...now, timeZone: browserTimeZone() } : now));
  }, []);
  return locale;
}
