import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { useApi } from '../../app/services';
import { idempotent, newIdempotencyKey, ok } from '../../shared/api/client';
import type { HelpRequest, OpenQuestion, StoredFile } from '../../shared/api/contract';
import { parseAmount } from '../../shared/format/money';
import type { CardForm } from '../../shared/payment/use-card-form';
import type { AskTyped } from './ask-form';
import { CEILING_MINUTES } from './help-form';

/** The question as the API takes it. */
export function questionOf(typed: AskTyped, currency: string): OpenQuestion {
  const amountMinor = typed.paying === 'paid' ? parseAmount(typed.maximum, currency) : null;
  return {
    problem: typed.problem,
    category: typed.category === '' ? null : typed.category,
    language: typed.language,
    ceilingMinutes: CEILING_MINUTES[typed.ceilingMinutes],
    maximum: amountMinor === null ? null : { amountMinor, currency },
  };
}

/** Sends the question; the same attempt keeps its key, so that a doubled press or a lost answer makes no second hold. */
export function useAsk(
  currency: string,
  photo: StoredFile | null,
  cardForm: CardForm,
): UseMutationResult<HelpRequest, Error, AskTyped> {
  const api = useApi();
  const navigate = useNavigate();
  const attempt = useRef({ key: newIdempotencyKey(), body: '' });
  return useMutation({
    mutationFn: async (typed: AskTyped) => {
      const body = {
        ...questionOf(typed, currency),
        ...(photo && { photoFileId: photo.id }),
        payment: typed.paying === 'paid' ? await cardForm.collect(typed.card) : null,
      };
      const text = JSON.stringify(body);
      if (attempt.current.body !== text) attempt.current = { key: newIdempotencyKey(), body: text };
      return ok(
        api.POST('/questions', { params: { header: idempotent(attempt.current.key) }, body }),
      );
    },
    onSuccess: ({ id }) => void navigate(`/help-requests/${id}`),
  });
}
