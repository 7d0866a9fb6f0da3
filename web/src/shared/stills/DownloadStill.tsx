import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/use-t';
import type { Still } from '../api/contract';
import { composeStill, type InkOf } from './strokes';

interface DownloadStillProps {
  still: Still;
  inks: InkOf;
  className?: string;
  children?: ReactNode;
}

/** Gives the picture with its lines to take home. */
export function DownloadStill({ still, inks, className, children }: DownloadStillProps): ReactNode {
  const t = useT();
  const [hasFailed, setHasFailed] = useState(false);
  const save = async () => {
    const address = URL.createObjectURL(await composeStill(still, inks));
    const link = document.createElement('a');
    link.href = address;
    link.download = `visavis-${still.frozenAt.slice(0, 19).replaceAll(':', '-')}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <button
      type="button"
      className={className}
      title={t('common:stills.download')}
      aria-label={t('common:stills.download')}
      onClick={() => void save().catch(() => setHasFailed(true))}
    >
      {hasFailed ? t('common:stills.failed') : (children ?? t('common:stills.download'))}
    </button>
  );
}
