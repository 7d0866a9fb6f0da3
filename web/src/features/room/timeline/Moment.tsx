import { useState, type ReactNode } from 'react';
import { useT } from '../../../i18n/use-t';
import type {
  DocumentVersion,
  SessionView,
  SharedDocument,
  TimelineItem,
} from '../../../shared/api/contract';
import { AttachmentList } from '../../../shared/attachments/AttachmentList';
import { TimeText } from '../../../shared/format/Formatted';
import { METER_REASONS } from '../../../shared/meter/reasons';
import { KeptStill } from '../../../shared/stills/KeptStill';
import { inkOf } from '../../../shared/stills/strokes';
import {
  ChatIcon,
  ClockIcon,
  DocumentIcon,
  DrawIcon,
  type Icon,
  PersonIcon,
} from '../../../shared/ui/icons';
import { VersionName } from '../documents/VersionName';
import { VersionText } from '../documents/VersionText';
import { LinkedText } from '../stage/LinkedText';

const ICONS: Readonly<Record<TimelineItem['kind'], Icon>> = {
  came: PersonIcon,
  left: PersonIcon,
  meter: ClockIcon,
  message: ChatIcon,
  still: DrawIcon,
  document: DocumentIcon,
  version: DocumentIcon,
};

interface MomentProps {
  session: SessionView;
  item: TimelineItem;
}

/** One moment: when, who, what, and the thing itself. */
export function Moment({ session, item }: MomentProps): ReactNode {
  const t = useT();
  const Mark = ICONS[item.kind];
  const { other } = session;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4">
      <Mark className="mt-1 text-lg text-muted" />
      <div className="grid min-w-0 gap-2">
        <p className="text-sm">
          {/* Who saved a version stands in its name. */}
          {item.by && item.kind !== 'version' && (
            <>
              <bdi className="font-medium">
                {item.by === other.id ? other.displayName : t('room:timeline.you')}
              </bdi>{' '}
              ·{' '}
            </>
          )}
          <What session={session} item={item} />
          <span className="block text-xs text-muted">
            <TimeText at={item.at} style="time-seconds" />
          </span>
        </p>
        <Thing session={session} item={item} />
      </div>
    </li>
  );
}

function What({ session, item }: MomentProps): ReactNode {
  const t = useT();
  const { kind, meter, reason = '', version } = item;
  if (kind === 'version' && version) return <VersionName version={version} other={session.other} />;
  if (kind === 'meter' && meter)
    return (
      <>
        {t(`room:timeline.meter.${meter}`)}
        {METER_REASONS.includes(reason) && (
          <span className="text-muted"> · {t(`receipt:meter.reasons.${reason}`)}</span>
        )}
      </>
    );
  if (kind === 'message') return t('room:chat.title');
  return t(`room:timeline.${kind}`);
}

function Thing({ session, item }: MomentProps): ReactNode {
  const { message, still, document, version } = item;
  if (message)
    return (
      <div className="grid max-w-prose gap-2">
        {message.text !== '' && (
          <p className="own-words">
            <LinkedText text={message.text} />
          </p>
        )}
        <AttachmentList files={message.files} />
      </div>
    );
  if (still)
    return (
      <div className="max-w-prose">
        <KeptStill still={still} inks={inkOf(session.role, session.other.id)} />
      </div>
    );
  if (document && version)
    return <Version session={session} document={document} version={version} />;
  if (document) return <bdi>{document.name}</bdi>;
  return null;
}

interface VersionProps {
  session: SessionView;
  document: SharedDocument;
  version: DocumentVersion;
}

function Version({ session, document, version: { number } }: VersionProps): ReactNode {
  const t = useT();
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-center gap-x-4 text-sm">
        <bdi>{document.name}</bdi>
        <button
          type="button"
          className="min-h-11 text-accent underline"
          aria-expanded={isShown}
          onClick={() => setIsShown((before) => !before)}
        >
          {t('room:documents.look')}
        </button>
        <a
          className="inline-flex min-h-11 items-center text-accent underline"
          download
          href={`/api/v1/sessions/${session.id}/documents/${document.id}/versions/${number}/file`}
        >
          {t('room:documents.download')}
        </a>
      </p>
      {isShown && (
        <VersionText
          path={{ id: session.id, documentId: document.id, number }}
          className="bg-sunken"
        />
      )}
    </div>
  );
}
