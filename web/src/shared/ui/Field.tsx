import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { cx } from './cx';
import { DownIcon, WarningIcon } from './icons';

/** The look of everything that is typed into; the width is its place's business. */
export const INPUT_LOOK =
  'min-h-12 rounded-md border border-edge bg-surface px-3.5 py-2.5 text-ink ' +
  'aria-invalid:border-danger aria-invalid:border-2';

const INPUT_CLASS = `w-full ${INPUT_LOOK}`;

interface FieldFrameProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: string | undefined;
  className?: string | undefined;
}

interface FieldWiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

function FieldFrame({
  label,
  hint,
  error,
  optional,
  className,
  children,
}: FieldFrameProps & { children: (wiring: FieldWiring) => ReactNode }) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={cx('grid gap-1.5', className)}>
      <label htmlFor={id} className="font-medium">
        {label}
        {optional && <span className="ms-2 text-sm font-normal text-muted">{optional}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm text-danger">
          <WarningIcon className="mt-0.5" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}

type Framed<Attributes> = FieldFrameProps & Omit<Attributes, 'className' | 'id'>;

export function TextField({
  label,
  hint,
  error,
  optional,
  className,
  ...input
}: Framed<InputHTMLAttributes<HTMLInputElement>>): ReactNode {
  return (
    <FieldFrame {...{ label, hint, error, optional, className }}>
      {(wiring) => <input {...input} {...wiring} className={INPUT_CLASS} />}
    </FieldFrame>
  );
}

export function TextArea({
  label,
  hint,
  error,
  optional,
  className,
  rows = 4,
  ...input
}: Framed<TextareaHTMLAttributes<HTMLTextAreaElement>>): ReactNode {
  return (
    <FieldFrame {...{ label, hint, error, optional, className }}>
      {(wiring) => (
        <textarea
          rows={rows}
          {...input}
          {...wiring}
          className={cx(INPUT_CLASS, 'own-typing field-sizing-content min-h-28')}
        />
      )}
    </FieldFrame>
  );
}

export function SelectField({
  label,
  hint,
  error,
  optional,
  className,
  children,
  ...input
}: Framed<SelectHTMLAttributes<HTMLSelectElement>>): ReactNode {
  return (
    <FieldFrame {...{ label, hint, error, optional, className }}>
      {(wiring) => (
        <span className="relative block">
          <select {...input} {...wiring} className={cx(INPUT_CLASS, 'appearance-none pe-10')}>
            {children}
          </select>
          <DownIcon className="pointer-events-none absolute inset-y-0 end-3 my-auto text-muted" />
        </span>
      )}
    </FieldFrame>
  );
}

interface CheckFieldProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'className' | 'type'
> {
  label: ReactNode;
  hint?: string | undefined;
  error?: string | undefined;
  type?: 'checkbox' | 'radio';
  className?: string;
}

/** A tick or a choice whose whole line can be pressed. */
export function CheckField({
  label,
  hint,
  error,
  type = 'checkbox',
  className,
  ...input
}: CheckFieldProps): ReactNode {
  const id = useId();
  return (
    <div className={className}>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type={type}
          {...input}
          aria-describedby={error ? `${id}-error` : undefined}
          aria-invalid={error ? true : undefined}
          className="size-5 shrink-0 accent-accent"
        />
        <span>
          <span className="block">{label}</span>
          {hint && <span className="block text-sm text-muted">{hint}</span>}
        </span>
      </label>
      {error && (
        <p id={`${id}-error`} className="text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
