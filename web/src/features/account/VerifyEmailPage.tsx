import { useEffect, useRef, type ReactNode } from 'react';
import { Form, useActionData, useNavigation, useSubmit } from 'react-router';
import * as z from 'zod/mini';
import type { Page } from '../../app/page';
import { useT } from '../../i18n/use-t';
import { ApiProblem } from '../../shared/api/api-problem';
import { ok } from '../../shared/api/client';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { takeForm, type Refused } from '../../shared/forms/use-page-form';
import { Button, ButtonLink } from '../../shared/ui/Button';
import { AccountFrame } from './AccountFrame';
import { goOn } from './session-actions';

function VerifyEmail(): ReactNode {
  const t = useT();
  const refused = useActionData<Refused>();
  const isBusy = useNavigation().state !== 'idle';
  const submit = useSubmit();
  const hasSent = useRef(false);
  useEffect(() => {
    if (hasSent.current || refused !== undefined) return;
    hasSent.current = true;
    void submit(null, { method: 'post' });
  }, [submit, refused]);
  return (
    <AccountFrame title={t('account:verify.title')} lead={t('account:verify.lead')}>
      {refused?.problem ? (
        <>
          <ErrorSummary error={new ApiProblem(refused.problem.status, refused.problem.code)} />
          <ButtonLink to="/settings">{t('account:verify.again')}</ButtonLink>
        </>
      ) : (
        <Form method="post" className="grid">
          <Button type="submit" busy={isBusy}>
            {t('account:verify.go')}
          </Button>
        </Form>
      )}
    </AccountFrame>
  );
}

export const page: Page<null> = {
  Component: VerifyEmail,
  act: (request, form) =>
    takeForm(form, z.object({}), async () => {
      const body = { token: request.param('token') };
      const person = await ok(request.api.POST('/auth/verify-email', { body }));
      return goOn(request, person, '/');
    }),
  head: ({ t }) => ({ title: t('account:verify.title'), isPrivate: true }),
};
