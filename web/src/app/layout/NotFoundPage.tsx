import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { EmptyState } from '../../shared/ui/EmptyState';
import { PageHeading } from '../../shared/ui/PageHeading';
import { ButtonLink } from '../../shared/ui/Button';
import { SearchIcon } from '../../shared/ui/icons';

/** What is shown where nothing is; the address stays, so that a slip of the finger can be mended. */
export function NotFoundPage(): ReactNode {
  const t = useT();
  return (
    <>
      <PageHeading>{t('common:missing.title')}</PageHeading>
      <EmptyState
        icon={SearchIcon}
        title={t('common:missing.lead')}
        action={<ButtonLink to="/">{t('common:missing.home')}</ButtonLink>}
      >
        {t('common:missing.hint')}
      </EmptyState>
    </>
  );
}
