import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { usePageData, type Page, type PageRequest } from '../../app/page';
import { useT } from '../../i18n/use-t';
import { type ApiProblem, isApiProblem } from '../../shared/api/api-problem';
import { ok } from '../../shared/api/client';
import type { TaxExplorerView } from '../../shared/api/contract';
import { Notice } from '../../shared/ui/Notice';
import { PageHeading } from '../../shared/ui/PageHeading';
import { Panel } from '../../shared/ui/Panel';
import { Answer } from './Answer';
import { QuestionForm } from './QuestionForm';
import { taxQuery } from './tax-query';

interface Explored {
  view: TaxExplorerView;
  /** Fields that were refused; then the answer is none. */
  refused: readonly string[];
}

function TaxExplorer(): ReactNode {
  const t = useT();
  const { view, refused } = usePageData<Explored>();
  const [params] = useSearchParams();
  const isRefused = refused.length > 0;
  return (
    <>
      <PageHeading lead={t('tax:lead')}>{t('tax:title')}</PageHeading>
      <div className="grid items-start gap-5 lg:grid-cols-[22rem_1fr]">
        <Panel title={t('tax:question')}>
          <QuestionForm key={params.toString()} view={view} refused={refused} />
        </Panel>
        <div className="grid gap-5">
          {!isRefused && view.answer && (
            <Answer
              key={params.toString()}
              question={view.question}
              answer={view.answer}
              isAsked={params.size > 0}
            />
          )}
          {!isRefused && !view.answer && <Notice>{t('tax:noCountry')}</Notice>}
          <p className="text-sm text-muted">{t('tax:caveat')}</p>
        </div>
      </div>
    </>
  );
}

/** A question that was refused keeps what was typed and says which field it is. */
async function explore({ api, url, request }: PageRequest): Promise<Explored> {
  const ask = (query: ReturnType<typeof taxQuery>): Promise<TaxExplorerView> =>
    ok(
      api.GET('/tax/explorer', {
        params: { query },
        signal: request.signal,
      }),
    );
  try {
    return { view: await ask(taxQuery(url.searchParams)), refused: [] };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { view: await ask({}), refused: error.fields.map(({ field }) => field) };
  }
}

function isRefusal(error: unknown): error is ApiProblem {
  return isApiProblem(error) && error.status === 400 && error.fields.length > 0;
}

export const page: Page<Explored> = {
  Component: TaxExplorer,
  load: explore,
  head: ({ t }) => ({ title: t('tax:title'), description: t('tax:lead') }),
};
