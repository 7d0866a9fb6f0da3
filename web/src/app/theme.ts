import { createContext, useContext, useState } from 'react';

export const THEMES = ['system', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = 'visavis_theme';
export const ZONE_COOKIE = 'visavis_zone';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export function themeOf(value: string | undefined | null): Theme {
  return THEMES.find((theme) => theme === value) ?? 'system';
}

/** A cookie for looks only, readable by the server so that the first paint is right. */
export function keepInCookie(name: string, value: string): void {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}

/** The look that the server drew; the browser goes on from there. */
export const ThemeContext = createContext<Theme>('system');

export function useTheme(): { theme: Theme; setTheme: (value: string) => void } {
  const drawn = useContext(ThemeContext);
  const [theme, setTheme] = useState(drawn);
  return {
    theme,
    setTheme: (value) => {
      const next = themeOf(value);
      setTheme(next);
      document.documentElement.dataset['theme'] = next;
      keepInCookie(THEME_COOKIE, next);
    },
  };
}
