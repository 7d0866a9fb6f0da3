import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { Payouts } from '../../shared/api/contract';
import { useFieldText, useServerProblems } from '../../shared/forms/field-text';
import { FormSummary } from '../../shared/forms/FormSummary';
import { zodResolver } from '../../shared/forms/zod-resolver';
import { Button } from '../../shared/ui/Button';
import { TextField } from '../../shared/ui/Field';
import { Notice } from '../../shared/ui/Notice';
import { PAYOUTS_KEY } from './payouts-key';

const password = z.string().check(z.minLength(1, 'studio:payouts.passwordProblem'));
const schemas = {
  ours: z.object({
    accountNumber: z
      .string()
      .check(z.trim(), z.minLength(4, 'studio:payouts.accountNumberProblem')),
    password,
  }),
  providers: z.object({ accountNumber: z.string(), password }),
};

type Typed = z.infer<(typeof schemas)['ours']>;

interface PayoutAccountFormProps {
  /** Who asks for the number: we, or the provider on its own page. */
  form: Payouts['form'];
  isChange: boolean;
  onDone: () => void;
}

/** Where the earnings go. The password is asked again: a browser that was left open must not move money. */
export function PayoutAccountForm({
  form: whose,
  isChange,
  onDone,
}: PayoutAccountFormProps): ReactNode {
  const t = useT();
  const said = useFieldText();
  const form = useForm<Typed>({
    resolver: zodResolver(schemas[whose]),
    shouldFocusError: false,
    defaultValues: { accountNumber: '', password: '' },
  });
  const send = useSend(whose, onDone);
  useServerProblems(form, send.error);
  const { errors } = form.formState;
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => void form.handleSubmit((typed) => send.mutate(typed))(event)}
    >
      <FormSummary form={form} error={send.error} />
      {isChange && <Notice tone="info">{t('studio:payouts.changeHint')}</Notice>}
      {whose === 'ours' && (
        <TextField
          label={t('studio:payouts.accountNumber')}
          hint={t('studio:payouts.accountNumberHint')}
          autoComplete="off"
          inputMode="numeric"
          dir="ltr"
          error={said(errors.accountNumber?.message)}
          {...form.register('accountNumber')}
        />
      )}
      <TextField
        label={t('studio:payouts.password')}
        type="password"
        autoComplete="current-password"
        error={said(errors.password?.message)}
        {...form.register('password')}
      />
      <Button type="submit" busy={send.isPending}>
        {t(whose === 'ours' ? 'studio:payouts.save' : 'studio:payouts.goToProvider')}
      </Button>
    </form>
  );
}

function useSend(whose: Payouts['form'], onDone: () => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (typed: Typed) => {
      if (whose === 'ours') return ok(api.POST('/studio/payout-account', { body: typed }));
      const { password: confirmed } = typed;
      const body = { password: confirmed };
      const { url } = await ok(api.POST('/studio/payout-account/onboarding', { body }));
      if (url !== null) window.location.assign(url);
      return null;
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: PAYOUTS_KEY });
      if (whose === 'ours') onDone();
    },
  });
}
