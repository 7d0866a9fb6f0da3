import type { ReactNode } from 'react';
import { useT } from '../../../i18n/use-t';
import { Button } from '../../../shared/ui/Button';
import { Dialog } from '../../../shared/ui/Dialog';

interface ShareWarningProps {
  isOpen: boolean;
  onClose: () => void;
  onShare: () => void;
}

/** Before a learner's screen is shown for the first time: what those who cheat ask for, and no honest expert does. */
export function ShareWarning({ isOpen, onClose, onShare }: ShareWarningProps): ReactNode {
  const t = useT();
  return (
    <Dialog title={t('room:share.title')} isOpen={isOpen} onClose={onClose}>
      <div className="grid gap-5">
        <ul className="grid list-disc gap-2 ps-5">
          <li>{t('room:share.bank')}</li>
          <li>{t('room:share.software')}</li>
          <li>{t('room:share.window')}</li>
        </ul>
        <div className="flex flex-wrap gap-3">
          <Button onClick={onShare}>{t('room:share.go')}</Button>
          <Button look="secondary" onClick={onClose}>
            {t('room:share.no')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
