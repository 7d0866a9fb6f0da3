import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { Form, useActionData, useNavigation, useSubmit } from 'react-router';
import * as z from 'zod/mini';
import type { PageRequest } from '../../app/page';
import { ApiProblem } from '../../shared/api/api-problem';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { takeForm, type Refused } from '../../shared/forms/use-page-form';
import { Button, ButtonLink } from '../../shared/ui/Button';
import { AccountFrame } from './AccountFrame';
import { goOn } from './session-actions';

interface LinkFormProps {
  title: string;
  lead: string;
  go: string;
  /** Where another link can be had. */
  otherwise: { to: string; label: string };
}

/**
 * The page of a link from a mail or a terminal. Opening it changes nothing (mail programs open links too): a form
 * is posted, by itself where JavaScript runs, by its button elsewhere.
 */
export function LinkForm({ title, lead, go, otherwise }: LinkFormProps): ReactNode {
  const refused = useActionData<Refused>();
  const isBusy = useNavigation().state !== 'idle';
  const problem = useProblem(refused);
  useSendOnce(refused);
  if (problem !== null)
    return (
      <AccountFrame title={title}>
        <ErrorSummary error={problem} />
        <ButtonLink to={otherwise.to}>{otherwise.label}</ButtonLink>
      </AccountFrame>
    );
  return (
    <AccountFrame title={title} lead={lead}>
      <Form method="post" className="grid">
        <Button type="submit" busy={isBusy}>
          {go}
        </Button>
      </Form>
    </AccountFrame>
  );
}

/** Trades the link of the address for a session. */
export function takeLink(
  request: PageRequest,
  form: FormData,
  to: string,
  trade: (token: string) => Promise<{ language: string }>,
): Promise<Response | Refused> {
  return takeForm(form, z.object({}), async () =>
    goOn(request, await trade(request.param('token')), to),
  );
}

/** A link that was cut off on its way is as useless as one that was used before, and is called the same. */
function useProblem(refused: Refused | undefined): ApiProblem | null {
  return useMemo(() => {
    if (!refused?.problem) return null;
    const { status, code } = refused.problem;
    return new ApiProblem(status, code === 'input.invalid' ? 'accounts.link_expired' : code);
  }, [refused]);
}

function useSendOnce(refused: Refused | undefined): void {
  const submit = useSubmit();
  const hasSent = useRef(false);
  useEffect(() => {
    if (hasSent.current || refused !== undefined) return;
    hasSent.current = true;
    void submit(null, { method: 'post' });
  }, [submit, refused]);
}
