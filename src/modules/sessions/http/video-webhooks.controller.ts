import { Controller, Headers, HttpCode, Post, type RawBodyRequest, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../../platform/http/decorators.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import { VideoWebhooks } from '../application/video-webhooks.js';
import type { VideoPort } from '../media/video-port.js';

/** Each media server has an address of its own; those that are not in use are not there. */
@ApiExcludeController()
@Controller('api/webhooks')
export class VideoWebhooksController {
  constructor(private readonly webhooks: VideoWebhooks) {}

  @Public()
  @Post('livekit')
  @HttpCode(200)
  fromLiveKit(
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Headers('authorization') authorization: string | undefined,
  ): Promise<void> {
    return this.receive('livekit', request, authorization);
  }

  /** Answers exactly 200: OpenVidu takes anything else for a refusal and does not say it again. */
  @Public()
  @Post('openvidu')
  @HttpCode(200)
  fromOpenVidu(
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Headers('authorization') authorization: string | undefined,
  ): Promise<void> {
    return this.receive('openvidu', request, authorization);
  }

  private async receive(
    kind: VideoPort['kind'],
    { rawBody }: RawBodyRequest<FastifyRequest>,
    authorization: string | undefined,
  ): Promise<void> {
    if (this.webhooks.kind !== kind) throw new NotFoundError('webhook');
    await this.webhooks.receive({ body: rawBody?.toString('utf8') ?? '', authorization });
  }
}
