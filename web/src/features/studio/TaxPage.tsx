import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Page } from '../../app/page';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import { FormSummary } from '../../shared/forms/FormSummary';
import { useServerProblems } from '../../shared/forms/field-text';
import { zodResolver } from '../../shared/forms/zod-resolver';
import { Button } from '../../shared/ui/Button';
import { PageHeading } from '../../shared/ui/PageHeading';
import { Panel } from '../../shared/ui/Panel';
import { StudioNav } from './StudioNav';
import { EMPTY_TAX, positionOf, taxSchema, type WithTax } from './tax-form';
import { TaxFields } from './TaxFields';

const schema = z.object({ tax: taxSchema });

/** Declared anew each time: what was declared before is not read back to a page. */
function TaxProfile(): ReactNode {
  const t = useT();
  const api = useApi();
  const form = useForm<WithTax>({
    resolver: zodResolver(schema),
    shouldFocusError: false,
    defaultValues: { tax: EMPTY_TAX },
  });
  const save = useMutation({
    mutationFn: ({ tax }: WithTax) =>
      ok(api.PUT('/studio/tax-position', { body: positionOf(tax) })),
  });
  useServerProblems(form, save.error, (field) => `tax.${field}`);
  return (
    <>
      <StudioNav />
      <PageHeading lead={t('studio:tax.lead')}>{t('studio:tax.title')}</PageHeading>
      <form
        noValidate
        className="grid max-w-prose gap-5"
        onSubmit={(event) => void form.handleSubmit((typed) => save.mutate(typed))(event)}
      >
        <FormSummary form={form} error={save.error} />
        <Panel>
          <TaxFields form={form} />
        </Panel>
        <div className="flex items-center gap-4">
          <Button type="submit" busy={save.isPending}>
            {t('studio:tax.save')}
          </Button>
          {save.isSuccess && (
            <p role="status" className="text-sm text-muted">
              {t('studio:tax.saved')}
            </p>
          )}
        </div>
      </form>
    </>
  );
}

export const page: Page<null> = {
  Component: TaxProfile,
  head: ({ t }) => ({ title: t('studio:tax.title'), isPrivate: true }),
};
