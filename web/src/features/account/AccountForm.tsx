import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { Link, redirect, useSearchParams } from 'react-router';
import type { PageRequest } from '../../app/page';
import { FormSummary } from '../../shared/forms/FormSummary';
import type { PageForm } from '../../shared/forms/use-page-form';
import { Button } from '../../shared/ui/Button';
import { AccountFrame } from './AccountFrame';
import { safeNext } from './session-actions';

interface AccountFormProps<Values extends FieldValues> {
  title: string;
  lead: string;
  go: string;
  pageForm: PageForm<Values>;
  /** For whoever has come to the wrong one of the two doors. */
  otherDoor: { question: string; to: string; label: string };
  children: ReactNode;
}

/** Signing in or up: a small form, and the way to the other door with the same way on behind it. */
export function AccountForm<Values extends FieldValues>({
  title,
  lead,
  go,
  pageForm: { form, formProps, error, isBusy },
  otherDoor,
  children,
}: AccountFormProps<Values>): ReactNode {
  const [params] = useSearchParams();
  return (
    <AccountFrame title={title} lead={lead}>
      <form {...formProps} className="grid gap-5">
        <FormSummary form={form} error={error} />
        {children}
        <Button type="submit" busy={isBusy}>
          {go}
        </Button>
      </form>
      <p className="text-center">
        {otherDoor.question}{' '}
        <Link
          to={`${otherDoor.to}?${params.toString()}`}
          className="font-medium text-accent underline"
        >
          {otherDoor.label}
        </Link>
      </p>
    </AccountFrame>
  );
}

/** Whoever is signed in already has nothing to do at either door. */
export async function onlyForVisitors({ services, url }: PageRequest): Promise<Response | null> {
  const { person } = await services.me();
  return person === null ? null : redirect(safeNext(url.searchParams.get('next')));
}
