/** Numbers that reach help in an emergency; 112 works in the whole European Union. */
const BY_COUNTRY: Readonly<Record<string, string>> = {
  US: '911',
  CA: '911',
  MX: '911',
  GB: '999',
  AU: '000',
  NZ: '111',
  JP: '119',
  IN: '112',
  CH: '112',
  NO: '112',
  IS: '112',
  SG: '995',
  SA: '911',
};
const EU = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(
  ' ',
);

export function emergencyNumberOf(country: string): string | null {
  return BY_COUNTRY[country] ?? (EU.includes(country) ? '112' : null);
}
