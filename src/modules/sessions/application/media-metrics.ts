import { Inject, Injectable } from '@nestjs/common';
import { Metrics } from '../../../platform/health/metrics.js';
import type { VideoPort } from '../media/video-port.js';
import { VIDEO_PORT } from './video-port.token.js';

/** How busy the media thread is, for whoever watches the installation. */
@Injectable()
export class MediaMetrics {
  constructor(metrics: Metrics, @Inject(VIDEO_PORT) video: VideoPort) {
    metrics.gauge(
      'media_thread',
      'Rooms of the embedded media server, and how late its thread was since the last look, in ms',
      'figure',
      async () => {
        const load = await video.load?.().catch(() => null);
        return load ? { ...load } : {};
      },
    );
  }
}
