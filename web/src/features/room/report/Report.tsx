import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useApi } from '../../../app/services';
import { useT } from '../../../i18n/use-t';
import { ok } from '../../../shared/api/client';
import type { ReportReason } from '../../../shared/api/contract';
import { ErrorSummary } from '../../../shared/forms/ErrorSummary';
import { Button } from '../../../shared/ui/Button';
import { Dialog } from '../../../shared/ui/Dialog';
import { CheckField, TextArea } from '../../../shared/ui/Field';
import { Notice } from '../../../shared/ui/Notice';

const REASONS = [
  'harassment',
  'danger',
  'fraud',
  'something_else',
] as const satisfies readonly ReportReason[];

interface ReportProps {
  sessionId: string;
  name: string;
}

/** Says that something was not right: what is held as evidence is kept until somebody has looked. */
export function Report({ sessionId, name }: ReportProps): ReactNode {
  const t = useT();
  const api = useApi();
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ['report', sessionId],
    queryFn: () =>
      ok(api.GET('/sessions/{id}/reports/mine', { params: { path: { id: sessionId } } })),
  });
  if (data?.hasReported)
    return (
      <Notice role="status" title={t('room:report.done')}>
        {t('room:report.kept')}
      </Notice>
    );
  return (
    <>
      <Button look="quiet" onClick={() => setIsOpen(true)}>
        {t('room:report.open', { name })}
      </Button>
      <Dialog
        title={t('room:report.open', { name })}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <ReportForm sessionId={sessionId} onSent={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}

function ReportForm({ sessionId, onSent }: { sessionId: string; onSent: () => void }): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState<ReportReason>('harassment');
  const [text, setText] = useState('');
  const report = useMutation({
    mutationFn: () =>
      ok(
        api.POST('/sessions/{id}/reports', {
          params: { path: { id: sessionId } },
          body: { reason, text: text.trim() },
        }),
      ),
    onSuccess: async () => {
      onSent();
      await queryClient.invalidateQueries({ queryKey: ['report', sessionId] });
      await queryClient.invalidateQueries({ queryKey: ['recordings', sessionId] });
    },
  });
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        report.mutate();
      }}
    >
      <ErrorSummary error={report.error} />
      <p className="text-sm text-muted">{t('room:report.means')}</p>
      <fieldset>
        <legend className="mb-1 font-medium">{t('room:report.why')}</legend>
        {REASONS.map((value) => (
          <CheckField
            key={value}
            type="radio"
            name="reason"
            label={t(`room:report.reasons.${value}`)}
            checked={reason === value}
            onChange={() => setReason(value)}
          />
        ))}
      </fieldset>
      <TextArea
        label={t('room:report.text')}
        optional={t('common:optional')}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" busy={report.isPending}>
        {t('room:report.send')}
      </Button>
    </form>
  );
}
