import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useMe } from '../../app/me';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { Button, ButtonLink } from '../../shared/ui/Button';

/** The expert is busy: whoever wants to stay is told when it is their turn. */
export function WaitInLine({ listingId }: { listingId: string }): ReactNode {
  const t = useT();
  const api = useApi();
  const navigate = useNavigate();
  const { person } = useMe();
  const join = useMutation({
    mutationFn: () => ok(api.POST('/listings/{id}/line', { params: { path: { id: listingId } } })),
    onSuccess: ({ id }) => void navigate(`/waiting/${id}`),
  });
  if (person === null)
    return (
      <ButtonLink to={`/sign-in?next=${encodeURIComponent(`/listings/${listingId}`)}`}>
        {t('listing:waitInLine')}
      </ButtonLink>
    );
  return (
    <>
      <ErrorSummary error={join.error} />
      <Button busy={join.isPending} onClick={() => join.mutate()}>
        {t('listing:waitInLine')}
      </Button>
    </>
  );
}
