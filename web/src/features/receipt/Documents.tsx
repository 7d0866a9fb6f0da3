import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { DocumentLink } from '../../shared/api/contract';
import { buttonClass } from '../../shared/ui/Button';
import { DocumentIcon } from '../../shared/ui/icons';
import { Panel } from '../../shared/ui/Panel';
import { Spinner } from '../../shared/ui/Spinner';

export function Documents({ documents }: { documents: readonly DocumentLink[] }): ReactNode {
  const t = useT();
  if (documents.length === 0) return null;
  return (
    <Panel title={t('receipt:documents.title')}>
      <ul className="grid gap-2">
        {documents.map((document) => (
          <li key={document.id} className="flex flex-wrap items-center justify-between gap-3">
            <span className="flex items-center gap-3">
              <DocumentIcon className="text-lg text-muted" />
              <span>
                {t(`receipt:documents.${document.kind}`)}{' '}
                <bdi className="text-sm text-muted">{document.number}</bdi>
              </span>
            </span>
            {document.ready ? (
              <a href={document.url} download className={buttonClass('secondary')}>
                PDF
                <span className="sr-only"> {document.number}</span>
              </a>
            ) : (
              <span role="status" className="inline-flex items-center gap-2 text-sm text-muted">
                <Spinner />
                {t('receipt:documents.making')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
