import type { ReactNode } from 'react';
import { useT } from '../../../i18n/use-t';
import { Button, ButtonLink } from '../../../shared/ui/Button';
import { PageHeading } from '../../../shared/ui/PageHeading';
import type { LeaveReason } from '../core/room-state';

interface LeftNoticeProps {
  reason: LeaveReason | null;
  onComeBack: () => void;
}

/** This page is no longer in the room although the session goes on. */
export function LeftNotice({ reason, onComeBack }: LeftNoticeProps): ReactNode {
  const t = useT();
  return (
    <div className="mx-auto grid max-w-prose gap-5 py-8">
      <PageHeading className="mb-0" takesFocus lead={t(`room:left.${reason ?? 'self'}`)}>
        {t('room:left.title')}
      </PageHeading>
      <div className="flex flex-wrap gap-3">
        <Button onClick={onComeBack}>{t('room:left.comeBack')}</Button>
        <ButtonLink look="secondary" to="/">
          {t('common:missing.home')}
        </ButtonLink>
      </div>
    </div>
  );
}
