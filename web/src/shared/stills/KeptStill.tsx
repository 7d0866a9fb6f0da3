import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { Still } from '../api/contract';
import { TimeText } from '../format/Formatted';
import { DownloadStill } from './DownloadStill';
import { StrokeLines } from './StrokeLines';
import type { InkOf } from './strokes';

/** One frozen picture with its lines, and a way to take it home. */
export function KeptStill({ still, inks }: { still: Still; inks: InkOf }): ReactNode {
  const t = useT();
  return (
    <>
      <div className="relative overflow-hidden rounded-md bg-sunken">
        <img
          src={`/api/v1/files/${still.fileId}`}
          alt={t('common:stills.picture')}
          width={still.width}
          height={still.height}
          loading="lazy"
          className="block h-auto w-full"
        />
        <svg
          aria-hidden="true"
          viewBox={`0 0 100 ${(100 * still.height) / still.width}`}
          className="absolute inset-0 size-full"
        >
          <StrokeLines lines={still.strokes} inks={inks} ratio={still.width / still.height} />
        </svg>
      </div>
      <p className="flex flex-wrap items-center justify-between gap-2 text-sm text-muted">
        <TimeText at={still.frozenAt} style="time" />
        <DownloadStill still={still} inks={inks} className="min-h-11 px-2 text-accent underline" />
      </p>
    </>
  );
}
