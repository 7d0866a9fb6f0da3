import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { SentFile } from '../api/contract';
import { formatBytes } from '../format/bytes';
import { useLocale } from '../format/locale-context';
import { DocumentIcon } from '../ui/icons';

/** Files of a message: pictures to look at, everything else with its name and size, to save. */
export function AttachmentList({ files }: { files: readonly SentFile[] }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  if (files.length === 0) return null;
  return (
    <ul className="grid gap-2" aria-label={t('common:files.label')}>
      {files.map(({ id, fileName, contentType, sizeBytes }) => (
        <li key={id} className="min-w-0">
          <a
            href={`/api/v1/files/${id}`}
            {...(isPicture(contentType)
              ? {
                  target: '_blank',
                  rel: 'noopener',
                  'aria-label': t('common:files.open', { name: fileName }),
                }
              : { download: fileName })}
            className="flex min-h-11 items-center gap-2 overflow-hidden rounded-md border border-current/30 text-sm"
          >
            {isPicture(contentType) ? (
              <img
                src={`/api/v1/files/${id}`}
                alt={fileName}
                loading="lazy"
                className="h-40 w-full bg-sunken object-contain"
              />
            ) : (
              <>
                <DocumentIcon className="ms-3 text-lg" />
                <span className="grid min-w-0 py-1.5 pe-3">
                  <bdi className="truncate font-medium underline">{fileName}</bdi>
                  <span className="text-xs">
                    <span className="sr-only">{t('common:files.save')} · </span>
                    {formatBytes(sizeBytes, locale)}
                  </span>
                </span>
              </>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

function isPicture(contentType: string): boolean {
  return contentType.startsWith('image/');
}
