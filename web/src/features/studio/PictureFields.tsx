import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useT } from '../../i18n/use-t';
import { uploadFile } from '../../shared/api/client';
import { useProblemText } from '../../shared/forms/ErrorSummary';
import { FileButton } from '../../shared/forms/FileButton';
import { useFieldText } from '../../shared/forms/field-text';
import { Button } from '../../shared/ui/Button';
import { TextField } from '../../shared/ui/Field';
import { PhotoIcon } from '../../shared/ui/icons';
import { PICTURES_MAX, type WithListing } from './listing-form';
import { smallerPicture } from './smaller-picture';

/** Pictures are sent as soon as they are chosen, made small and upright on this device; each wants a text. */
export function PictureFields({ form }: { form: UseFormReturn<WithListing> }): ReactNode {
  const t = useT();
  const text = useProblemText();
  const said = useFieldText();
  const { fields, append, remove } = useFieldArray({
    control: form.control,
    name: 'listing.pictures',
  });
  const upload = useMutation({
    mutationFn: async (file: File) => uploadFile(await smallerPicture(file)),
    onSuccess: ({ id: fileId }) => append({ fileId, alt: '' }),
  });
  const errors = form.formState.errors.listing?.pictures;
  return (
    <div className="grid gap-5">
      {fields.map((field, index) => (
        <div key={field.id} className="grid gap-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <img
            src={`/api/v1/files/${field.fileId}`}
            alt=""
            className="h-28 w-40 rounded-md border border-line object-cover"
          />
          <div className="grid content-start gap-2">
            <TextField
              label={t('studio:more.alt')}
              hint={t('studio:more.altHint')}
              dir="auto"
              maxLength={160}
              error={said(errors?.[index]?.alt?.message)}
              {...form.register(`listing.pictures.${index}.alt`)}
            />
            <Button look="quiet" className="justify-self-start" onClick={() => remove(index)}>
              {t('studio:more.removePicture')}
            </Button>
          </div>
        </div>
      ))}
      {fields.length < PICTURES_MAX && (
        <FileButton
          accept="image/jpeg,image/png,image/webp"
          icon={<PhotoIcon />}
          isSending={upload.isPending}
          onFile={(file) => upload.mutate(file)}
        >
          {t('studio:more.addPicture')}
        </FileButton>
      )}
      {upload.isError && (
        <p role="alert" className="text-sm text-danger">
          {text(upload.error)}
        </p>
      )}
    </div>
  );
}
