import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { useBlocks } from '../../shared/blocks/use-blocks';
import { Avatar } from '../../shared/ui/Avatar';
import { Button } from '../../shared/ui/Button';
import { Panel } from '../../shared/ui/Panel';

/** Nothing while nobody is blocked. */
export function BlockedPeople(): ReactNode {
  const t = useT();
  const { people, unblock } = useBlocks();
  if (people.length === 0) return null;
  return (
    <Panel title={t('common:blocks.title')}>
      <ul className="grid gap-3">
        {people.map(({ id, displayName, avatarUrl }) => (
          <li key={id} className="flex items-center gap-3">
            <Avatar src={avatarUrl} />
            <bdi className="min-w-0 grow truncate">{displayName}</bdi>
            <Button look="secondary" onClick={() => unblock(id)}>
              {t('common:blocks.unblock')}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
