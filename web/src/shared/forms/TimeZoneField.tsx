import { useMemo, type ReactNode } from 'react';
import { SelectField } from '../ui/Field';

interface TimeZoneFieldProps {
  label: string;
  hint?: string;
  value: string;
  onChange: (timeZone: string) => void;
}

/** Every zone the browser knows, by continent, and the current one even where the browser does not know it. */
export function TimeZoneField({ label, hint, value, onChange }: TimeZoneFieldProps): ReactNode {
  const groups = useMemo(() => zonesByArea(value), [value]);
  return (
    <SelectField
      label={label}
      hint={hint}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {groups.map(([area, zones]) => (
        <optgroup key={area} label={area}>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replace(`${area}/`, '').replaceAll('_', ' ').replaceAll('/', ', ')}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  );
}

function zonesByArea(own: string): [string, string[]][] {
  const areas = new Map<string, string[]>();
  for (const zone of new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])) {
    const area = zone.split('/')[0] ?? zone;
    areas.set(area, [...(areas.get(area) ?? []), zone]);
  }
  return [...areas]
    .map(([area, zones]): [string, string[]] => [area, zones.sort()])
    .sort(([a], [b]) => a.localeCompare(b));
}
