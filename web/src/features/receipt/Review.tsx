import { useRef, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { Receipt } from '../../shared/api/contract';
import { Panel } from '../../shared/ui/Panel';
import { StarRow } from '../../shared/ui/Stars';
import { ReviewForm } from './ReviewForm';

/** What the learner thought of it: asked once, then shown. */
export function Review({ receipt }: { receipt: Receipt }): ReactNode {
  const t = useT();
  const { review, session } = receipt;
  const wasAsked = useRef(review === null);
  // Only what took place, and once it is settled: that takes a moment.
  const mayBeGiven =
    session.role === 'learner' && session.state === 'settled' && receipt.meter.billedSeconds > 0;
  if (review === null) return mayBeGiven ? <ReviewForm sessionId={session.id} /> : null;
  return (
    <Panel title={t('receipt:review.thanks')} takesFocus={wasAsked.current}>
      <StarRow stars={review.stars} />
      <p className="own-words mt-2">{review.text}</p>
    </Panel>
  );
}
