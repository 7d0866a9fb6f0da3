import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useT } from '../../i18n/use-t';
import { uploadFile } from '../../shared/api/client';
import type { Requirement } from '../../shared/api/contract';
import { useProblemText } from '../../shared/forms/ErrorSummary';
import { FileButton } from '../../shared/forms/FileButton';
import { useFieldText } from '../../shared/forms/field-text';
import { CheckField, TextArea } from '../../shared/ui/Field';
import { CheckIcon, DocumentIcon } from '../../shared/ui/icons';
import type { ApplicationTyped } from './application-form';

interface RequirementFieldProps {
  requirement: Requirement;
  form: UseFormReturn<ApplicationTyped>;
}

/** One thing that the category asks for: words, a file, or a promise. */
export function RequirementField({ requirement, form }: RequirementFieldProps): ReactNode {
  const t = useT();
  const said = useFieldText();
  const { key, label, kind, required } = requirement;
  const optional = required ? undefined : t('common:optional');
  const error = said(form.formState.errors.answers?.[key]?.message);
  if (kind === 'file') return <FileRequirement requirement={requirement} form={form} />;
  if (kind === 'confirm')
    return (
      <CheckField
        label={label}
        hint={optional}
        error={error}
        checked={form.watch(`answers.${key}`) === 'yes'}
        onChange={(event) =>
          form.setValue(`answers.${key}`, event.target.checked ? 'yes' : '', { shouldDirty: true })
        }
      />
    );
  return (
    <TextArea
      label={label}
      optional={optional}
      rows={3}
      error={error}
      {...form.register(`answers.${key}`)}
    />
  );
}

function FileRequirement({ requirement, form }: RequirementFieldProps): ReactNode {
  const t = useT();
  const text = useProblemText();
  const said = useFieldText();
  const { key, label, required } = requirement;
  const [name, setName] = useState<string | null>(null);
  const hasFile = Boolean(form.watch(`evidenceFileIds.${key}`));
  const upload = useMutation({
    mutationFn: uploadFile,
    onSuccess: (stored, file) => {
      setName(file.name);
      form.setValue(`evidenceFileIds.${key}`, stored.id, {
        shouldDirty: true,
        shouldValidate: true,
      });
    },
  });
  const error = upload.isError
    ? text(upload.error)
    : said(form.formState.errors.evidenceFileIds?.[key]?.message);
  return (
    <div className="grid justify-items-start gap-2">
      <p className="font-medium">
        {label}
        {!required && (
          <span className="ms-2 text-sm font-normal text-muted">{t('common:optional')}</span>
        )}
      </p>
      <FileButton
        accept="image/*,application/pdf"
        icon={<DocumentIcon />}
        isSending={upload.isPending}
        onFile={(file) => upload.mutate(file)}
      >
        {t(hasFile ? 'studio:application.otherFile' : 'studio:application.file')}
        <span className="sr-only">: {label}</span>
      </FileButton>
      {hasFile && (
        <p role="status" className="flex items-center gap-2 text-sm text-accent">
          <CheckIcon />
          <bdi>{name ?? t('studio:application.fileThere')}</bdi>
        </p>
      )}
      {error && (
        <p role="alert" className="text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
