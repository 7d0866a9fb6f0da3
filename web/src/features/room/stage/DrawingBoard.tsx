import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useT } from '../../../i18n/use-t';
import type { SessionView, Still } from '../../../shared/api/contract';
import { DownloadStill } from '../../../shared/stills/DownloadStill';
import { StrokeLines } from '../../../shared/stills/StrokeLines';
import {
  extend,
  INKS,
  inkOf,
  pointAt,
  type Points,
  ringAround,
  STROKE_SCALE,
} from '../../../shared/stills/strokes';
import { cx } from '../../../shared/ui/cx';
import { BackIcon, DownloadIcon, TrashIcon, UndoIcon } from '../../../shared/ui/icons';
import type { OpenStill } from '../call/use-still';

interface DrawingBoardProps {
  session: SessionView;
  open: OpenStill;
  still: Still;
  ownId: string;
}

const BUTTON =
  'grid size-11 place-items-center rounded-full bg-stage-raised text-lg focus-visible:outline-stage-ink disabled:opacity-50';

/** The frozen picture over the moving one: both draw, both see it at once. */
export function DrawingBoard({ session, open, still, ownId }: DrawingBoardProps): ReactNode {
  const t = useT();
  const inks = inkOf(session.role, session.other.id);
  const hasOwn = still.strokes.some(({ drawnBy }) => drawnBy === ownId);
  const isOwnPicture = still.frozenBy === ownId;
  return (
    <section
      aria-label={t('room:still.title')}
      className="absolute inset-0 z-[5] grid grid-rows-[minmax(0,1fr)_auto] gap-2 bg-stage p-2"
    >
      <Canvas open={open} still={still} ownId={ownId} inks={inks} />
      <div className="flex flex-wrap items-center justify-center gap-2">
        <p role="status" className="sr-only">
          {t(isOwnPicture ? 'room:still.byYou' : 'room:still.byOther', {
            name: session.other.displayName,
          })}
        </p>
        <Legend session={session} />
        <button
          type="button"
          className={BUTTON}
          title={t('room:still.undo')}
          aria-label={t('room:still.undo')}
          disabled={!hasOwn}
          onClick={() => open.takeBack('last')}
        >
          <UndoIcon />
        </button>
        <button
          type="button"
          className={BUTTON}
          title={t('room:still.clear')}
          aria-label={t('room:still.clear')}
          disabled={!hasOwn}
          onClick={() => open.takeBack('all')}
        >
          <TrashIcon />
        </button>
        <DownloadStill still={still} inks={inks} className={BUTTON}>
          <DownloadIcon />
        </DownloadStill>
        <button
          type="button"
          className="inline-flex min-h-11 items-center gap-2 rounded-full bg-stage-accent px-4 font-medium text-stage"
          onClick={open.unfreeze}
        >
          <BackIcon />
          {t('room:still.back')}
        </button>
      </div>
    </section>
  );
}

/** Which colour is whose. */
function Legend({ session }: { session: SessionView }): ReactNode {
  const t = useT();
  const { role, other } = session;
  const rows = [
    { ink: INKS[role], name: t('room:chat.you') },
    { ink: INKS[role === 'learner' ? 'expert' : 'learner'], name: other.displayName },
  ];
  return (
    <ul className="flex flex-wrap gap-x-4 text-sm">
      {rows.map(({ ink, name }) => (
        <li key={name} className="flex items-center gap-1.5">
          <svg viewBox="0 0 20 8" width="20" height="8" aria-hidden="true">
            <path d="M2 4h16" stroke={ink.line} strokeWidth="5" strokeLinecap="round" />
          </svg>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}

interface CanvasProps {
  open: OpenStill;
  still: Still;
  ownId: string;
  inks: ReturnType<typeof inkOf>;
}

const CURSOR_STEP = 200;
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-CURSOR_STEP, 0],
  ArrowRight: [CURSOR_STEP, 0],
  ArrowUp: [0, -CURSOR_STEP],
  ArrowDown: [0, CURSOR_STEP],
};

/** Takes finger, pen and mouse; with keys, arrows move a cross and Enter draws a ring around it. */
function Canvas({ open, still, ownId, inks }: CanvasProps): ReactNode {
  const t = useT();
  const ratio = still.width / still.height;
  const [drawing, setDrawing] = useState<Points>([]);
  const [cursor, setCursor] = useState<readonly [number, number] | null>(null);
  const pointer = useRef<number | null>(null);
  const follow = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setDrawing((points) => extend(points, pointAt(event.clientX, event.clientY, box)));
  };
  const finish = (event: PointerEvent<SVGSVGElement>) => {
    if (pointer.current !== event.pointerId) return;
    pointer.current = null;
    open.draw(drawing);
    setDrawing([]);
  };
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const [x, y] = cursor ?? [STROKE_SCALE / 2, STROKE_SCALE / 2];
    if (step) setCursor([clamp(x + step[0]), clamp(y + step[1])]);
    else if (event.key === 'Enter' || event.key === ' ') open.draw(ringAround(x, y, ratio));
    else return;
    event.preventDefault();
  };
  return (
    <div className="grid min-h-0 place-items-center [container-type:size]">
      <div
        className="relative"
        style={{ width: `min(100cqw, calc(100cqh * ${ratio}))`, aspectRatio: ratio }}
      >
        <img
          src={`/api/v1/files/${still.fileId}`}
          alt={t('common:stills.picture')}
          draggable={false}
          className="absolute inset-0 size-full rounded-md"
        />
        <svg
          // A surface that takes keys of its own, as a game does.
          role="application"
          tabIndex={0}
          aria-label={t('room:still.surface')}
          viewBox={`0 0 100 ${100 / ratio}`}
          className={cx(
            'absolute inset-0 size-full cursor-crosshair touch-none rounded-md',
            'focus-visible:outline-stage-ink',
          )}
          onPointerDown={(event) => {
            if (pointer.current !== null || event.button !== 0) return;
            pointer.current = event.pointerId;
            setCursor(null);
            event.currentTarget.setPointerCapture(event.pointerId);
            follow(event);
          }}
          onPointerMove={(event) => {
            if (pointer.current === event.pointerId) follow(event);
          }}
          onPointerUp={finish}
          onPointerCancel={finish}
          onKeyDown={press}
          onFocus={(event) => {
            if (event.currentTarget.matches(':focus-visible'))
              setCursor((before) => before ?? [STROKE_SCALE / 2, STROKE_SCALE / 2]);
          }}
        >
          <StrokeLines
            lines={[
              ...still.strokes,
              ...open.pending,
              ...(drawing.length > 0 ? [{ id: 'drawing', drawnBy: ownId, points: drawing }] : []),
            ]}
            inks={inks}
            ratio={ratio}
          />
          {cursor && <Cross at={cursor} ratio={ratio} />}
        </svg>
      </div>
    </div>
  );
}

function Cross({ at: [x, y], ratio }: { at: readonly [number, number]; ratio: number }): ReactNode {
  const centre = `${(x / STROKE_SCALE) * 100} ${(y / STROKE_SCALE) * (100 / ratio)}`;
  return (
    <path
      d={`M${centre}m-1.5 0h3m-1.5 -1.5v3`}
      stroke="white"
      strokeWidth="0.3"
      className="mix-blend-difference"
    />
  );
}

function clamp(value: number): number {
  return Math.min(STROKE_SCALE, Math.max(0, value));
}
