import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import { MoneyText } from '../../shared/format/Formatted';
import { Notice } from '../../shared/ui/Notice';
import type { AskTyped } from './ask-form';
import { questionOf } from './use-ask';

/** While somebody types, the server is asked when they pause. */
const PAUSE_MS = 600;
const PROBLEM_LENGTH_MIN = 5;

interface WhoIsAskedProps {
  form: UseFormReturn<AskTyped>;
  currency: string;
}

/** How many would be asked, and what would be held: known before anything is agreed. */
export function WhoIsAsked({ form, currency }: WhoIsAskedProps): ReactNode {
  const t = useT();
  const api = useApi();
  const question = usePaused(JSON.stringify(questionOf(form.watch(), currency)));
  const body = JSON.parse(question) as ReturnType<typeof questionOf>;
  const { data } = useQuery({
    queryKey: ['question', question],
    queryFn: () => ok(api.POST('/questions/preview', { body })),
    enabled: body.problem.trim().length >= PROBLEM_LENGTH_MIN && body.language !== '',
    placeholderData: keepPreviousData,
  });
  return (
    <div aria-live="polite" className="min-h-20">
      {data && (
        <Notice
          tone={data.expertCount > 0 ? 'good' : 'caution'}
          title={t('help:ask.count', { count: data.expertCount })}
        >
          {data.expertCount === 0 ? (
            t('help:ask.nobodyHint')
          ) : data.hold ? (
            <>
              {t('help:ask.hold')} <MoneyText money={data.hold} exact />
            </>
          ) : (
            t('help:ask.allFree')
          )}
        </Notice>
      )}
    </div>
  );
}

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
