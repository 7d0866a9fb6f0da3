import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { Claim, ClaimReason, Receipt } from '../../shared/api/contract';
import { MoneyText, TimeText } from '../../shared/format/Formatted';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { Button } from '../../shared/ui/Button';
import { Dialog } from '../../shared/ui/Dialog';
import { CheckField, TextArea } from '../../shared/ui/Field';
import { Notice } from '../../shared/ui/Notice';
import { Panel } from '../../shared/ui/Panel';
import { useNow } from '../../shared/ui/use-now';

const REASONS = [
  'not_helpful',
  'poor_line',
  'left_early',
  'expert_never_came',
] as const satisfies readonly ClaimReason[];

interface GuaranteeProps {
  sessionId: string;
  guarantee: Receipt['guarantee'];
}

/** Money back: the way in, or how it stands. */
export function Guarantee({ sessionId, guarantee }: GuaranteeProps): ReactNode {
  const t = useT();
  const now = useNow(60_000);
  const [isOpen, setIsOpen] = useState(false);
  const { claim, claimableUntil } = guarantee;
  if (claim !== null) return <ClaimState claim={claim} />;
  if (claimableUntil === null) return null;
  if (Date.parse(claimableUntil) <= now)
    return (
      <Notice title={t('receipt:claim.title')}>
        {t('receipt:claim.over')} <TimeText at={claimableUntil} />
      </Notice>
    );
  return (
    <Panel title={t('receipt:claim.title')}>
      <p className="text-muted">
        {t('receipt:claim.until')} <TimeText at={claimableUntil} />{' '}
        <Link to="/guarantee" className="text-accent underline">
          {t('receipt:claim.rule')}
        </Link>
      </p>
      <Button look="secondary" className="mt-4" onClick={() => setIsOpen(true)}>
        {t('receipt:claim.open')}
      </Button>
      <ClaimDialog sessionId={sessionId} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </Panel>
  );
}

const KNOWN_STATES = [
  'opened',
  'auto_decided',
  'with_expert',
  'with_reviewer',
  'granted',
  'partly_granted',
  'refused',
  'appealed',
  'final',
];

function ClaimState({ claim }: { claim: Claim }): ReactNode {
  const t = useT();
  const isGranted = claim.refund !== null;
  return (
    <Notice tone={isGranted ? 'good' : 'info'} role="status" title={t('receipt:claim.title')}>
      {t(`receipt:claim.states.${KNOWN_STATES.includes(claim.state) ? claim.state : 'opened'}`)}
      {claim.refund && (
        <>
          {' '}
          {t('receipt:claim.refund')} <MoneyText money={claim.refund} exact />
        </>
      )}
    </Notice>
  );
}

interface ClaimDialogProps {
  sessionId: string;
  isOpen: boolean;
  onClose: () => void;
}

function ClaimDialog({ sessionId, isOpen, onClose }: ClaimDialogProps): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState<ClaimReason>('not_helpful');
  const [text, setText] = useState('');
  const claim = useMutation({
    mutationFn: () => ok(api.POST('/claims', { body: { sessionId, reason, text: text.trim() } })),
    onSuccess: async () => {
      onClose();
      await queryClient.invalidateQueries({ queryKey: ['receipt', sessionId] });
    },
  });
  return (
    <Dialog title={t('receipt:claim.open')} isOpen={isOpen} onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          claim.mutate();
        }}
      >
        <ErrorSummary error={claim.error} />
        <fieldset>
          <legend className="mb-1 font-medium">{t('receipt:claim.why')}</legend>
          {REASONS.map((value) => (
            <CheckField
              key={value}
              type="radio"
              name="reason"
              label={t(`receipt:claim.reasons.${value}`)}
              checked={reason === value}
              onChange={() => setReason(value)}
            />
          ))}
        </fieldset>
        <TextArea
          label={t('receipt:claim.text')}
          optional={t('common:optional')}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" busy={claim.isPending}>
          {t('receipt:claim.send')}
        </Button>
      </form>
    </Dialog>
  );
}
