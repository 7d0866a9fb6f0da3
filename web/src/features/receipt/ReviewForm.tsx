import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { Button } from '../../shared/ui/Button';
import { TextArea } from '../../shared/ui/Field';
import { StarIcon, StarOutlineIcon } from '../../shared/ui/icons';
import { Panel } from '../../shared/ui/Panel';

const STARS = [1, 2, 3, 4, 5] as const;

/** Stars first; words when somebody likes. */
export function ReviewForm({ sessionId }: { sessionId: string }): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const [stars, setStars] = useState(0);
  const [text, setText] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const review = useMutation({
    mutationFn: () => ok(api.POST('/reviews', { body: { sessionId, stars, text: text.trim() } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['receipt', sessionId] }),
  });
  return (
    <Panel title={t('receipt:review.title')}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setIsAsked(true);
          if (stars > 0) review.mutate();
        }}
      >
        <ErrorSummary error={review.error} />
        <fieldset>
          <legend className="sr-only">{t('receipt:review.stars')}</legend>
          <div className="flex">
            {STARS.map((value) => (
              <label
                key={value}
                className="grid size-12 place-items-center rounded-full text-2xl has-focus-visible:outline-3 has-focus-visible:outline-accent"
              >
                <input
                  type="radio"
                  name="stars"
                  value={value}
                  checked={stars === value}
                  onChange={() => setStars(value)}
                  className="sr-only"
                />
                {value <= stars ? (
                  <StarIcon className="text-star" />
                ) : (
                  <StarOutlineIcon className="text-edge" />
                )}
                <span className="sr-only">{t('common:rating.given', { count: value })}</span>
              </label>
            ))}
          </div>
          {isAsked && stars === 0 && (
            <p role="alert" className="text-sm text-danger">
              {t('receipt:review.needsStars')}
            </p>
          )}
        </fieldset>
        <TextArea
          label={t('receipt:review.text')}
          optional={t('common:optional')}
          rows={3}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" busy={review.isPending} className="justify-self-start">
          {t('receipt:review.send')}
        </Button>
      </form>
    </Panel>
  );
}
