import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { Page } from '../../app/page';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { isApiProblem } from '../../shared/api/api-problem';
import { ok } from '../../shared/api/client';
import type { Receipt } from '../../shared/api/contract';
import { Loaded } from '../../shared/api/Loaded';
import { KeptRecordings } from '../../shared/recordings/KeptRecordings';
import { KeptStills } from '../../shared/stills/KeptStills';
import { ButtonLink } from '../../shared/ui/Button';
import { PageHeading } from '../../shared/ui/PageHeading';
import { Documents } from './Documents';
import { Guarantee } from './Guarantee';
import { MeterLog } from './MeterLog';
import { Review } from './Review';
import { Summary } from './Summary';
import { TaxExplained } from './TaxExplained';

/** Settling and the making of the documents take a moment after the goodbye. */
const ASK_EVERY_MS = 3000;

function ReceiptView(): ReactNode {
  const t = useT();
  const api = useApi();
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['receipt', id],
    queryFn: () => ok(api.GET('/sessions/{id}/receipt', { params: { path: { id } } })),
    retry: (count, error) => isApiProblem(error) && error.status === 404 && count < 5,
    retryDelay: ASK_EVERY_MS,
    refetchInterval: ({ state }) =>
      state.data !== undefined && !isFinished(state.data) ? ASK_EVERY_MS : false,
  });
  return (
    <div className="mx-auto max-w-[56rem]">
      <PageHeading>{t('receipt:title')}</PageHeading>
      <Loaded query={query}>
        {(receipt) => (
          <div className="grid gap-6">
            <Summary receipt={receipt} />
            <Review receipt={receipt} />
            <KeptRecordings sessionId={id} other={receipt.session.other} />
            <KeptStills
              sessionId={id}
              role={receipt.session.role}
              otherId={receipt.session.other.id}
            />
            <ButtonLink
              look="secondary"
              className="justify-self-start"
              to={`/sessions/${id}/timeline`}
            >
              {t('common:timeline.link')}
            </ButtonLink>
            <Documents documents={receipt.documents} />
            <MeterLog meter={receipt.meter} />
            {receipt.tax && <TaxExplained tax={receipt.tax} />}
            {receipt.session.role === 'learner' && (
              <Guarantee sessionId={id} guarantee={receipt.guarantee} />
            )}
          </div>
        )}
      </Loaded>
    </div>
  );
}

function isFinished({ session, documents }: Receipt): boolean {
  return session.state === 'settled' && documents.every(({ ready }) => ready);
}

export const page: Page<null> = {
  Component: ReceiptView,
  head: ({ t }) => ({ title: t('receipt:title'), isPrivate: true }),
};
