import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ApiProblem } from '../../shared/api/api-problem';
import { ok } from '../../shared/api/client';
import type { HelpRequest } from '../../shared/api/contract';
import { ErrorSummary, useProblemText } from '../../shared/forms/ErrorSummary';
import { Button, ButtonLink } from '../../shared/ui/Button';
import { Notice } from '../../shared/ui/Notice';

/** How a request ended without anybody coming, and what can be done next. */
export function EndOfRequest({ request }: { request: HelpRequest }): ReactNode {
  const t = useT();
  const text = useProblemText();
  const { state } = request;
  const isDeclined = state === 'declined_card';
  return (
    <div className="grid gap-6 py-8">
      <div className="grid gap-2 text-center">
        <h2 className="text-xl">{t(`help:end.${state}.title`)}</h2>
        <p className="text-muted">
          {isDeclined && request.failure
            ? text(new ApiProblem(422, fullCode(request.failure)))
            : t(`help:end.${state}.text`)}
        </p>
      </div>
      <Notice tone="good" role="status" title={t('help:end.released')} />
      <div className="grid gap-3 sm:grid-cols-2">
        <NextThings request={request} />
        {state === 'unanswered' && <TellMe id={request.id} />}
        <ButtonLink look="quiet" to="/">
          {t('common:missing.home')}
        </ButtonLink>
      </div>
    </div>
  );
}

/** To be told as soon as one of those is free who could have come. */
function TellMe({ id }: { id: string }): ReactNode {
  const t = useT();
  const api = useApi();
  const tell = useMutation({
    mutationFn: () => ok(api.POST('/help-requests/{id}/line', { params: { path: { id } } })),
  });
  if (tell.isSuccess)
    return (
      <p role="status" className="text-sm text-muted">
        {t('help:end.told')}
      </p>
    );
  return (
    <div className="grid gap-2">
      <ErrorSummary error={tell.error} />
      <Button look="secondary" busy={tell.isPending} onClick={() => tell.mutate()}>
        {t('help:end.tellMe')}
      </Button>
    </div>
  );
}

/** The same again, others, or a time that suits. */
function NextThings({ request }: { request: HelpRequest }): ReactNode {
  const t = useT();
  const { listing, state, problem } = request;
  const again = t(state === 'declined_card' ? 'help:end.otherCard' : 'help:end.again');
  if (listing === null)
    return (
      <>
        <ButtonLink to="/ask">{again}</ButtonLink>
        <ButtonLink look="secondary" to={`/search?q=${encodeURIComponent(problem)}`}>
          {t('help:end.book')}
        </ButtonLink>
      </>
    );
  return (
    <>
      <ButtonLink to={`/listings/${listing.id}/help`}>{again}</ButtonLink>
      <ButtonLink
        look="secondary"
        to={`/search?freeNow=1&category=${encodeURIComponent(listing.category.slug)}`}
      >
        {t('help:end.others')}
      </ButtonLink>
      <ButtonLink look="secondary" to={`/listings/${listing.id}/book`}>
        {t('help:end.book')}
      </ButtonLink>
    </>
  );
}

/** Payment providers give bare codes, "card_declined"; their texts stand under billing. */
function fullCode(failure: string): string {
  return failure.includes('.') ? failure : `billing.${failure}`;
}
