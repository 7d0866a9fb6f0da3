import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { AppConfig } from '../../platform/config/config.js';
import { videoOrigins } from '../../platform/config/video-config.js';
import { Logger } from '../../platform/logging/logger.js';
import { PageServer } from './page-server.js';
import type { OtherOrigins } from './security-policy.js';
import { loadWebBuild } from './web-build.js';

/** Draws the pages of learners and experts on the server, and serves the files they load. */
@Module({})
export class PagesRenderingModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly logger: Logger,
    private readonly config: AppConfig,
  ) {}

  async onModuleInit(): Promise<void> {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    const { video, payments } = this.config;
    const others: OtherOrigins = {
      speakWith: videoOrigins(video),
      ...(payments.provider === 'stripe' && {
        speakWith: [...videoOrigins(video), 'https://api.stripe.com'],
        runScriptsOf: ['https://js.stripe.com'],
        frame: ['https://js.stripe.com', 'https://hooks.stripe.com'],
      }),
    };
    await new PageServer(fastify, await loadWebBuild(), this.logger, others).register();
  }
}
