import { join } from 'node:path';
import type { Clock } from '../../../platform/clock.js';
import type { AppConfig, Secrets } from '../../../platform/config/config.js';
import type { Logger } from '../../../platform/logging/logger.js';
import { EmbeddedVideo } from './embedded-video.js';
import { LiveKitVideo } from './livekit/livekit-video.js';
import { OpenViduVideo } from './openvidu/openvidu-video.js';
import type { VideoPort } from './video-port.js';

/** The media server that the configuration names; the one place that knows there are several. */
export function chooseVideo(
  { video, media, dataDir }: AppConfig,
  secrets: Secrets,
  clock: Clock,
  logger: Logger,
): VideoPort {
  const recordingsDir = join(dataDir, 'recordings');
  const nowMs = (): number => clock.now().epochMilliseconds;
  if (video.kind === 'livekit' && secrets.video.livekit)
    return new LiveKitVideo({ ...video, ...secrets.video.livekit, nowMs });
  if (video.kind === 'openvidu' && secrets.video.openvidu)
    return new OpenViduVideo({ ...video, ...secrets.video.openvidu, recordingsDir, nowMs });
  const { publicAddress, udpPortMin, udpPortMax, turnUrls } = media;
  return new EmbeddedVideo({
    publicAddress,
    portRange: publicAddress === null ? null : [udpPortMin, udpPortMax],
    recordingsDir,
    nowMs,
    turn: { urls: turnUrls, secret: secrets.turn ?? '' },
    report: ({ kind, detail }) => logger.warn(`video ${kind}`, { detail }),
  });
}
