import type { ReactNode } from 'react';
import { useT } from '../../../i18n/use-t';
import type { DocumentVersion } from '../../../shared/api/contract';

interface VersionNameProps {
  version: DocumentVersion;
  other: { readonly id: string; readonly displayName: string };
}

/** What whoever saved it called it, and how it came to be. */
export function VersionName({ version, other }: VersionNameProps): ReactNode {
  const t = useT();
  const { name, kind, number, savedBy, restoredFrom } = version;
  return (
    <>
      {name !== '' && (
        <>
          <bdi className="font-medium">{name}</bdi> ·{' '}
        </>
      )}
      {t(`room:documents.kind.${kind}`, {
        name: savedBy === other.id ? other.displayName : t('room:documents.you'),
        number,
        from: restoredFrom ?? 0,
      })}
    </>
  );
}
