import type { ReactNode } from 'react';
import { INPUT_LOOK } from '../../shared/ui/Field';

interface TimeInputProps {
  label: string;
  value: string;
  isFaulty: boolean;
  onChange: (value: string) => void;
}

/** A wall time in steps of five minutes. */
export function TimeInput({ label, value, isFaulty, onChange }: TimeInputProps): ReactNode {
  return (
    <input
      type="time"
      step={300}
      required
      aria-label={label}
      aria-invalid={isFaulty || undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      // Two of them, a dash and a bin stand in one line on a phone, also where the clock has twelve hours.
      className={`${INPUT_LOOK} min-w-0 max-sm:px-1.5`}
    />
  );
}
