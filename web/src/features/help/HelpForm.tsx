import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { idempotent, newIdempotencyKey, ok } from '../../shared/api/client';
import type { ListingPage, StoredFile } from '../../shared/api/contract';
import { markDevicesChecked } from '../../shared/devices/checked-flag';
import { DeviceCheck } from '../../shared/devices/DeviceCheck';
import { useLocalDevices, type LocalDevices } from '../../shared/devices/use-local-devices';
import { useLocale } from '../../shared/format/locale-context';
import { formatMoney } from '../../shared/format/money';
import { FormSummary } from '../../shared/forms/FormSummary';
import { readDraft, useDraft } from '../../shared/forms/use-draft';
import { zodResolver } from '../../shared/forms/zod-resolver';
import { uncheckedCardSchema } from '../../shared/payment/card';
import { PaymentFields } from '../../shared/payment/PaymentFields';
import { useCardForm, type CardForm } from '../../shared/payment/use-card-form';
import { Button } from '../../shared/ui/Button';
import { Panel } from '../../shared/ui/Panel';
import { AtOnceChoice } from './AtOnceChoice';
import { CeilingChoice } from './CeilingChoice';
import {
  CEILING_MINUTES,
  EMPTY_HELP,
  helpDraftKey,
  helpSchema,
  KEPT_FIELDS,
  type HelpTyped,
} from './help-form';
import { PhotoField } from './PhotoField';
import { ProblemFields } from './ProblemFields';
import { QuoteSummary } from './QuoteSummary';

/** Two steps on one page: what and how much, then camera and microphone. The card lives only in this component. */
export function HelpForm({ listing }: { listing: ListingPage }): ReactNode {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const isPaid = listing.price.model !== 'free';
  const draftKey = helpDraftKey(listing.id);
  const cardForm = useCardForm();
  const form = useForm<HelpTyped>({
    resolver: zodResolver(helpSchema(isPaid ? cardForm.schema : uncheckedCardSchema)),
    shouldFocusError: false,
    defaultValues: useMemo(
      () => ({
        ...EMPTY_HELP,
        language: listing.languages[0] ?? '',
        ...readDraft<HelpTyped>(draftKey),
      }),
      [draftKey, listing.languages],
    ),
  });
  useDraft(draftKey, form, KEPT_FIELDS);
  const [photo, setPhoto] = useState<StoredFile | null>(null);
  const devices = useLocalDevices();
  const request = useHelpRequest(listing, photo, devices, cardForm);
  const quote = useQuote(listing.id, Number(form.watch('ceilingMinutes')));
  // A reload on the second step has lost the card: then the first one is shown again.
  const [isReady, setIsReady] = useState(false);
  const isChecking = isReady && params.get('step') === 'check';
  const { reset: forgetRefusal } = request;
  const { setFocus } = form;
  useEffect(() => {
    if (isChecking || !isReady) return;
    forgetRefusal();
    setFocus('problem');
  }, [isChecking, isReady, forgetRefusal, setFocus]);

  const goOn = form.handleSubmit((typed) => {
    if (isChecking) {
      request.mutate(typed);
      return;
    }
    setIsReady(true);
    setParams({ step: 'check' });
  });

  return (
    <form noValidate onSubmit={(event) => void goOn(event)} className="grid gap-5">
      <FormSummary form={form} error={request.error ?? quote.error} />
      <div className={isChecking ? 'hidden' : 'contents'}>
        <Panel title={t('help:problemTitle')}>
          <div className="grid gap-5">
            <ProblemFields form={form} languages={listing.languages} />
            <PhotoField photo={photo} onChange={setPhoto} />
          </div>
        </Panel>
        <Panel title={t('help:ceilingTitle')}>
          <CeilingChoice
            form={form}
            hint={t(
              listing.price.model === 'per_minute' ? 'help:ceilingHint' : 'help:ceilingHintFixed',
            )}
          />
        </Panel>
        <Panel title={t('help:atOnce.title')}>
          <AtOnceChoice form={form} name={listing.expert.displayName} />
        </Panel>
        {isPaid && (
          <Panel title={t('help:cardTitle')}>
            <PaymentFields
              form={form}
              cardForm={cardForm}
              amount={quote.data?.ceiling ?? null}
              isDemo={listing.expert.isDemo}
            />
          </Panel>
        )}
      </div>
      {isChecking && (
        <Panel title={t('help:checkTitle')} takesFocus>
          <DeviceCheck devices={devices} />
        </Panel>
      )}
      <QuoteSummary query={quote} price={listing.price} guaranteeHours={listing.guaranteeHours} />
      <Buttons
        isChecking={isChecking}
        isBusy={request.isPending}
        name={listing.expert.displayName}
        hold={isPaid && quote.data ? quote.data.ceiling : null}
        onBack={() => setParams({})}
      />
    </form>
  );
}

interface ButtonsProps {
  isChecking: boolean;
  isBusy: boolean;
  name: string;
  hold: Parameters<typeof formatMoney>[0] | null;
  onBack: () => void;
}

function Buttons({ isChecking, isBusy, name, hold, onBack }: ButtonsProps): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  if (!isChecking) return <Button type="submit">{t('help:toCheck')}</Button>;
  return (
    <div className="grid gap-3">
      <Button type="submit" busy={isBusy}>
        {hold === null
          ? t('help:ring', { name })
          : t('help:ringAndHold', { name, amount: formatMoney(hold, locale) })}
      </Button>
      <Button look="quiet" onClick={onBack}>
        {t('help:back')}
      </Button>
    </div>
  );
}

function useQuote(listingId: string, ceilingMinutes: number) {
  const api = useApi();
  return useQuery({
    queryKey: ['quote', listingId, ceilingMinutes],
    queryFn: () => ok(api.POST('/quotes', { body: { listingId, ceilingMinutes } })),
    placeholderData: (before) => before,
  });
}

/** Sends the request; the same attempt keeps its key, so that a doubled press or a lost answer makes no second hold. */
function useHelpRequest(
  listing: ListingPage,
  photo: StoredFile | null,
  devices: LocalDevices,
  cardForm: CardForm,
) {
  const api = useApi();
  const navigate = useNavigate();
  const attempt = useRef({ key: newIdempotencyKey(), body: '' });
  return useMutation({
    mutationFn: async (typed: HelpTyped) => {
      const body = {
        listingId: listing.id,
        problem: typed.problem,
        language: typed.language,
        ceilingMinutes: CEILING_MINUTES[typed.ceilingMinutes],
        atOnce: typed.atOnce,
        ...(photo && { photoFileId: photo.id }),
        payment: listing.price.model === 'free' ? null : await cardForm.collect(typed.card),
      };
      const text = JSON.stringify(body);
      if (attempt.current.body !== text) attempt.current = { key: newIdempotencyKey(), body: text };
      return ok(
        api.POST('/help-requests', {
          params: { header: idempotent(attempt.current.key) },
          body,
        }),
      );
    },
    onSuccess: ({ id }) => {
      markDevicesChecked({
        camera: devices.camera.track !== null,
        microphone: devices.microphone.track !== null,
      });
      void navigate(`/help-requests/${id}`);
    },
  });
}
