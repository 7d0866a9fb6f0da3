import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../platform/http/decorators.js';
import { isId } from '../../../shared/ids.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import { drawAvatar } from '../domain/avatar.js';

@ApiTags('accounts')
@Controller('api/v1/avatars')
export class AvatarController {
  /** Faces of people, drawn from their id, so that the picture tells nothing that the card does not. */
  @Public()
  @Get(':file')
  @ApiExcludeEndpoint()
  @Header('content-type', 'image/svg+xml')
  @Header('cache-control', 'public, max-age=86400, immutable')
  draw(@Param('file') file: string): string {
    const id = file.replace(/\.svg$/, '');
    if (!isId(id)) throw new NotFoundError('avatar');
    return drawAvatar(id);
  }
}
