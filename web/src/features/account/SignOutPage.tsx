import { redirect, redirectDocument } from 'react-router';
import type { Page } from '../../app/page';

/** Signing out is a post; whoever only opens the address is sent home. */
export const page: Page<null> = {
  Component: () => null,
  load: async () => redirect('/'),
  act: async ({ api }) => {
    await api.POST('/auth/sign-out');
    return redirectDocument('/');
  },
  head: ({ t }) => ({ title: t('common:nav.signOut'), isPrivate: true }),
};
