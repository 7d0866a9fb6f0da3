import type { ReactNode } from 'react';
import { usePerson } from '../../app/me';
import type { Page } from '../../app/page';
import { useT } from '../../i18n/use-t';
import { Avatar } from '../../shared/ui/Avatar';
import { PageHeading } from '../../shared/ui/PageHeading';
import { Panel } from '../../shared/ui/Panel';
import { BlockedPeople } from './BlockedPeople';
import { EmailState } from './EmailState';
import { LookChoice } from './LookChoice';
import { ProfileForm } from './ProfileForm';
import { PushSwitch } from './PushSwitch';

function Settings(): ReactNode {
  const t = useT();
  const person = usePerson();
  return (
    <div className="mx-auto grid max-w-prose gap-5">
      <PageHeading className="mb-0">{t('settings:title')}</PageHeading>
      <EmailState person={person} />
      <Panel title={t('settings:profile.title')} aside={<Avatar src={person.avatarUrl} />}>
        <ProfileForm key={person.id} person={person} />
      </Panel>
      <Panel title={t('settings:push.title')}>
        <PushSwitch person={person} />
      </Panel>
      <Panel title={t('settings:look.title')}>
        <LookChoice />
      </Panel>
      <BlockedPeople />
    </div>
  );
}

export const page: Page<null> = {
  Component: Settings,
  head: ({ t }) => ({ title: t('settings:title'), isPrivate: true }),
};
