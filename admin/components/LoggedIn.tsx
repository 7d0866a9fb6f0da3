/** @jsxRuntime classic */
import { useTranslation } from 'adminjs';
import React from 'react';

interface Props {
  readonly session: { readonly email: string; readonly title?: string };
  readonly paths: { readonly logoutPath: string };
}

/** Who is signed in, and the way out: a form, because a link would sign people out by being followed. */
export default function LoggedIn({ session, paths }: Props): React.ReactElement {
  const { translateButton } = useTranslation();
  return (
    <form className="vc-me" method="post" action={paths.logoutPath}>
      <span>
        <strong>
          <bdi>{session.email}</bdi>
        </strong>
        <span className="vc-hint">{session.title}</span>
      </span>
      <button type="submit" className="vc-button vc-quiet">
        {translateButton('logout')}
      </button>
    </form>
  );
}
