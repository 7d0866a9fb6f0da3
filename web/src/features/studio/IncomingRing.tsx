import { useMutation } from '@tanstack/react-query';
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import { useNavigate } from 'react-router';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ApiProblem } from '../../shared/api/api-problem';
import { ok, type Api } from '../../shared/api/client';
import type { Ring } from '../../shared/api/contract';
import { canBeHeard, startRinging } from '../../shared/devices/sound-level';
import { MoneyText } from '../../shared/format/Formatted';
import { useLocale } from '../../shared/format/locale-context';
import { languageName } from '../../shared/format/names';
import { formatLength, secondsUntil } from '../../shared/format/time';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { Button } from '../../shared/ui/Button';
import { BellIcon } from '../../shared/ui/icons';
import { useNow } from '../../shared/ui/use-now';

interface IncomingRingProps {
  ring: Ring;
  /** Answered elsewhere, called off, or too late. */
  isEnded: boolean;
  onOver: () => void;
}

/** Somebody is waiting: sound, title, what it is about, what it brings, and two clear answers. */
export function IncomingRing({ ring, isEnded, onOver }: IncomingRingProps): ReactNode {
  const t = useT();
  const api = useApi();
  const navigate = useNavigate();
  const now = useNow(500);
  const left = secondsUntil(ring.endsAt, now);
  useAlarm(t('studio:ring.title', { name: ring.learnerName }));
  const isSilent = useSilence();
  const box = useModal();
  const accept = useMutation({
    mutationFn: () => acceptUntilOpen(api, ring.id),
    onSuccess: (sessionId) => {
      onOver();
      void navigate(`/sessions/${sessionId}`);
    },
  });
  const decline = useMutation({
    mutationFn: () => ok(api.POST('/rings/{id}/decline', { params: { path: { id: ring.id } } })),
    onSuccess: onOver,
  });

  const isAnswered = accept.isPending || decline.isPending;
  useEffect(() => {
    if ((left === 0 || isEnded) && !isAnswered) onOver();
  }, [left, isEnded, isAnswered, onOver]);

  return (
    <dialog
      ref={box}
      tabIndex={-1}
      role="alertdialog"
      aria-labelledby="ring-title"
      aria-describedby="ring-problem"
      // Answering is by its buttons: Escape would be neither yes nor no.
      onCancel={(event) => event.preventDefault()}
      className="mx-auto mt-auto mb-3 grid max-h-[calc(100dvh-1.5rem)] w-[min(30rem,calc(100vw-1.5rem))] animate-arrive gap-4 overflow-y-auto rounded-lg border-2 border-accent bg-surface p-5 text-ink shadow-float outline-none backdrop:bg-[rgb(0_0_0/0.4)] sm:mb-6"
    >
      <div className="flex items-center gap-3">
        <span className="relative grid size-11 shrink-0 place-items-center">
          <span
            aria-hidden="true"
            className="absolute inset-0 animate-ring rounded-full bg-accent"
          />
          <span className="relative grid size-11 place-items-center rounded-full bg-accent text-lg text-on-accent">
            <BellIcon />
          </span>
        </span>
        <div>
          <h2 id="ring-title" className="text-lg">
            {t('studio:ring.title', { name: ring.learnerName })}
          </h2>
          <RingTime left={left} endsAt={ring.endsAt} />
        </div>
      </div>
      <p id="ring-problem" lang={ring.language} className="own-words">
        {ring.problem}
      </p>
      {ring.photoUrl && (
        <img
          src={ring.photoUrl}
          alt={t('studio:ring.photo')}
          className="max-h-48 rounded-md border border-line object-contain"
        />
      )}
      <RingFacts ring={ring} />
      {isSilent && (
        <p role="status" className="text-sm text-muted">
          {t('studio:ring.silent')}
        </p>
      )}
      <ErrorSummary error={accept.error ?? decline.error} />
      <div className="grid grid-cols-2 gap-3">
        <Button busy={accept.isPending} onClick={() => accept.mutate()}>
          {t('studio:ring.accept')}
        </Button>
        <Button look="secondary" busy={decline.isPending} onClick={() => decline.mutate()}>
          {t('studio:ring.decline')}
        </Button>
      </div>
    </dialog>
  );
}

/** Whether nobody hears the bell: looked at again after each touch, which is what browsers wait for. */
function useSilence(): boolean {
  const [isSilent, setIsSilent] = useState(false);
  useEffect(() => {
    let isThere = true;
    const look = () =>
      void canBeHeard().then((isHeard) => {
        if (isThere) setIsSilent(!isHeard);
      });
    look();
    document.addEventListener('pointerup', look);
    document.addEventListener('keyup', look);
    return () => {
      isThere = false;
      document.removeEventListener('pointerup', look);
      document.removeEventListener('keyup', look);
    };
  }, []);
  return isSilent;
}

/** Over everything, with the focus on the question itself; afterwards the focus is back where it was. */
function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the element is taken away: afterwards the browser no longer knows where the focus was.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.focus();
    return () => element?.close();
  }, []);
  return dialog;
}

const OPENING_TRIES = 20;
const OPENING_PAUSE_MS = 500;

/**
 * Accepts, and asks again with the same answer until the room is open: it is opened a moment after.
 *
 * @throws ApiProblem when somebody was quicker or the learner called it off
 */
async function acceptUntilOpen(api: Api, id: string): Promise<string> {
  for (let tries = 0; tries < OPENING_TRIES; tries += 1) {
    const { sessionId } = await ok(api.POST('/rings/{id}/accept', { params: { path: { id } } }));
    if (sessionId !== null) return sessionId;
    await new Promise((resolve) => setTimeout(resolve, OPENING_PAUSE_MS));
  }
  throw new ApiProblem(503, 'http.unavailable');
}

function RingTime({ left, endsAt }: { left: number; endsAt: string }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  return (
    <p role="timer" aria-live="off" className="text-sm text-muted tabular-nums">
      <time dateTime={endsAt}>
        {t('studio:ring.left', { length: formatLength(left, 'second', locale) })}
      </time>
    </p>
  );
}

function RingFacts({ ring }: { ring: Ring }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  return (
    <dl className="grid grid-cols-3 gap-3 rounded-md bg-sunken p-3 text-sm">
      <div>
        <dt className="text-muted">{t('studio:ring.earn')}</dt>
        <dd className="font-bold">
          {ring.netEarnings === null ? (
            t('common:price.free')
          ) : (
            <MoneyText money={ring.netEarnings} />
          )}
        </dd>
      </div>
      <div>
        <dt className="text-muted">{t('studio:ring.ceiling')}</dt>
        <dd className="font-medium">{formatLength(ring.ceilingMinutes, 'minute', locale)}</dd>
      </div>
      <div>
        <dt className="text-muted">{t('studio:ring.language')}</dt>
        <dd className="font-medium">{languageName(ring.language, locale)}</dd>
      </div>
    </dl>
  );
}

/** Sound, and the title of the tab going to and fro, until it is answered. */
function useAlarm(text: string): void {
  useEffect(() => {
    const stop = startRinging();
    const title = document.title;
    let isOurs = false;
    const timer = setInterval(() => {
      isOurs = !isOurs;
      document.title = isOurs ? `🔔 ${text}` : title;
    }, 1000);
    return () => {
      stop();
      clearInterval(timer);
      document.title = title;
    };
  }, [text]);
}
