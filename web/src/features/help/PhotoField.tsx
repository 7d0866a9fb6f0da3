import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { uploadFile } from '../../shared/api/client';
import type { StoredFile } from '../../shared/api/contract';
import { useProblemText } from '../../shared/forms/ErrorSummary';
import { FileButton } from '../../shared/forms/FileButton';
import { CloseIcon, PhotoIcon } from '../../shared/ui/icons';

interface PhotoFieldProps {
  photo: StoredFile | null;
  onChange: (photo: StoredFile | null) => void;
}

/** A picture says more than a paragraph; it is sent as soon as it is chosen and shown from this device. */
export function PhotoField({ photo, onChange }: PhotoFieldProps): ReactNode {
  const t = useT();
  const text = useProblemText();
  const [preview, setPreview] = useState<string | null>(null);
  const upload = useMutation({
    mutationFn: uploadFile,
    onSuccess: (stored, file) => {
      setPreview(URL.createObjectURL(file));
      onChange(stored);
    },
  });
  useEffect(() => () => (preview === null ? undefined : URL.revokeObjectURL(preview)), [preview]);
  return (
    <div className="grid justify-items-start gap-2">
      {photo !== null && preview !== null && (
        <div className="relative">
          <img
            src={preview}
            alt={t('help:photoAlt')}
            className="max-h-56 rounded-md border border-line"
          />
          <button
            type="button"
            aria-label={t('help:photoRemove')}
            onClick={() => {
              setPreview(null);
              onChange(null);
            }}
            className="absolute end-2 top-2 grid size-11 place-items-center rounded-full bg-surface shadow-float"
          >
            <CloseIcon />
          </button>
        </div>
      )}
      <FileButton
        accept="image/*"
        icon={<PhotoIcon />}
        isSending={upload.isPending}
        onFile={(file) => upload.mutate(file)}
      >
        {t(photo === null ? 'help:photoAdd' : 'help:photoChange')}
      </FileButton>
      {upload.isError && (
        <p role="alert" className="text-sm text-danger">
          {text(upload.error)}
        </p>
      )}
    </div>
  );
}
