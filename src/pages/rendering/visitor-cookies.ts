/** Cookies for looks only; the pages write them too. */
export const THEME_COOKIE = 'visavis_theme';
export const ZONE_COOKIE = 'visavis_zone';

export const YEAR_SECONDS = 365 * 24 * 60 * 60;

const THEMES = ['system', 'light', 'dark'];

export function isThemeName(name: string | null | undefined): name is string {
  return name !== null && name !== undefined && THEMES.includes(name);
}

/** The zone a browser told, when the runtime knows it; anything else is as good as unknown. */
export function knownZone(name: string | undefined): string | null {
  if (name === undefined) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
