import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { Recording } from '../api/contract';
import { useLocale } from '../format/locale-context';
import { formatNumber } from '../format/names';
import { formatClock } from '../format/time';
import { cx } from '../ui/cx';
import { PauseIcon, PlayIcon, SpeakerIcon, SpeakerOffIcon } from '../ui/icons';
import { usePlayer, type Player } from './use-player';

const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2];
const STEP_SECONDS = 5;

interface RecordingPlayerProps {
  recording: Recording;
  /** Where each file is played from. */
  addresses: ReadonlyMap<string, string>;
  nameOf: (personId: string) => string;
}

/** Everybody's track side by side, played as one: one button, one line of time, one speed; sound of each by itself. */
export function RecordingPlayer({ recording, addresses, nameOf }: RecordingPlayerProps): ReactNode {
  const t = useT();
  const durationSeconds = (recording.durationMs ?? 0) / 1000;
  const player = usePlayer(durationSeconds);
  const byKey = (event: KeyboardEvent) => {
    const own = event.target instanceof HTMLElement ? event.target.tagName : '';
    if (own === 'INPUT' || own === 'SELECT') return;
    const ahead = { ArrowRight: STEP_SECONDS, ArrowLeft: -STEP_SECONDS }[event.key];
    if (ahead !== undefined) player.seek(player.seconds + ahead);
    else if (event.key === ' ' && own !== 'BUTTON') player.toggle();
    else return;
    event.preventDefault();
  };
  return (
    <div
      role="group"
      aria-label={t('common:recordings.player')}
      data-testid="recording-player"
      onKeyDown={byKey}
      className="grid gap-3"
    >
      <ul className="grid gap-3 sm:grid-cols-2">
        {recording.files.map((file) => (
          <Track
            key={file.id}
            file={file}
            address={addresses.get(file.id) ?? ''}
            name={t(`common:recordings.${file.kind}`, { name: nameOf(file.personId) })}
            player={player}
          />
        ))}
      </ul>
      <Transport player={player} durationSeconds={durationSeconds} />
    </div>
  );
}

interface TrackProps {
  file: Recording['files'][number];
  address: string;
  name: string;
  player: Player;
}

function Track({ file, address, name, player: { hold } }: TrackProps): ReactNode {
  const t = useT();
  const [isMuted, setIsMuted] = useState(false);
  return (
    <li className={cx('grid gap-1', file.kind === 'screen' && 'sm:col-span-2')}>
      <div className="relative overflow-hidden rounded-md bg-stage text-stage-ink">
        {/* What is said is not written down anywhere: there are no captions to offer. */}
        <video
          ref={(track) => hold(file.id, track)}
          src={address}
          aria-label={name}
          muted={isMuted}
          playsInline
          preload="auto"
          className="block aspect-video w-full object-contain"
        />
        {!file.hasPicture && (
          <p className="absolute inset-0 grid place-items-center text-stage-muted">
            {t('common:recordings.noPicture')}
          </p>
        )}
      </div>
      <div className="flex min-h-11 items-center justify-between gap-3 text-sm">
        <span className="min-w-0 truncate">{name}</span>
        {file.hasSound && (
          <button
            type="button"
            aria-pressed={isMuted}
            aria-label={t('common:recordings.mute', { name })}
            onClick={() => setIsMuted((before) => !before)}
            className="grid size-11 place-items-center rounded-full text-lg hover:bg-sunken"
          >
            {isMuted ? <SpeakerOffIcon /> : <SpeakerIcon />}
          </button>
        )}
      </div>
    </li>
  );
}

interface TransportProps {
  player: Player;
  durationSeconds: number;
}

function Transport({ player, durationSeconds }: TransportProps): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const { isPlaying, seconds, speed, toggle, seek, setSpeed } = player;
  const now = formatClock(Math.floor(seconds), locale);
  const whole = formatClock(Math.ceil(durationSeconds), locale);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <button
        type="button"
        onClick={toggle}
        aria-label={t(isPlaying ? 'common:recordings.pause' : 'common:recordings.play')}
        className="grid size-12 place-items-center rounded-full bg-accent text-xl text-on-accent hover:bg-accent-strong"
      >
        {isPlaying ? <PauseIcon /> : <PlayIcon />}
      </button>
      <input
        type="range"
        min={0}
        max={durationSeconds}
        step={0.1}
        value={seconds}
        aria-label={t('common:recordings.place')}
        aria-valuetext={t('common:recordings.of', { now, whole })}
        onChange={({ target }) => seek(target.valueAsNumber)}
        className="h-11 min-w-40 grow accent-accent"
      />
      <span className="text-sm tabular-nums" data-testid="recording-time">
        <bdi>{now}</bdi> / <bdi>{whole}</bdi>
      </span>
      <label className="flex items-center gap-2 text-sm">
        {t('common:recordings.speed')}
        <select
          value={speed}
          onChange={({ target }) => setSpeed(Number(target.value))}
          className="min-h-11 rounded-md border border-edge bg-surface px-2"
        >
          {SPEEDS.map((value) => (
            <option key={value} value={value}>
              {formatNumber(value, locale)}×
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
