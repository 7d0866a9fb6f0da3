import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useT } from '../../i18n/use-t';
import { useFieldText } from '../../shared/forms/field-text';
import { TextField } from '../../shared/ui/Field';

export interface Credentials {
  email: string;
  password: string;
}

interface CredentialFieldsProps {
  form: UseFormReturn<Credentials>;
  /** A password that is chosen here, and what is asked of it. */
  newPasswordHint?: string;
}

export function CredentialFields({ form, newPasswordHint }: CredentialFieldsProps): ReactNode {
  const t = useT();
  const said = useFieldText();
  const { errors, defaultValues } = form.formState;
  return (
    <>
      <TextField
        label={t('account:email')}
        type="email"
        autoComplete="username"
        dir="ltr"
        required
        defaultValue={defaultValues?.email}
        error={said(errors.email?.message)}
        {...form.register('email')}
      />
      <TextField
        label={t('account:password')}
        hint={newPasswordHint}
        type="password"
        autoComplete={newPasswordHint === undefined ? 'current-password' : 'new-password'}
        dir="ltr"
        required
        error={said(errors.password?.message)}
        {...form.register('password')}
      />
    </>
  );
}
