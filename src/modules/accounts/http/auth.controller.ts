import '@fastify/cookie';
import { Body, Controller, HttpCode, Patch, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AppConfig } from '../../../platform/config/config.js';
import { CurrentPerson, Public } from '../../../platform/http/decorators.js';
import { type Principal, SESSION_COOKIE } from '../../../platform/http/principal.js';
import { AccountsFacade, viewOf } from '../accounts.facade.js';
import { Links } from '../application/links.js';
import { SignIns } from '../application/sign-ins.js';
import { SignUp } from '../application/sign-up.js';
import type { Account } from '../domain/account.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { Me, ProfileRequest, SignInRequest, SignUpRequest, TokenRequest } from './auth.dto.js';
import { Ids } from '../../../platform/ids.js';

@ApiTags('accounts')
@Controller('api/v1')
export class AuthController {
  constructor(
    private readonly signUps: SignUp,
    private readonly signIns: SignIns,
    private readonly links: Links,
    private readonly accounts: AccountRepository,
    private readonly facade: AccountsFacade,
    private readonly config: AppConfig,
    private readonly ids: Ids,
  ) {}

  @Public()
  @Post('auth/sign-up')
  @ApiCreatedResponse({ type: Me })
  async signUp(
    @Body() body: SignUpRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.signedIn(await this.signUps.signUp(body), reply);
  }

  @Public()
  @Post('auth/sign-in')
  @HttpCode(200)
  @ApiOkResponse({ type: Me })
  async signIn(
    @Body() body: SignInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const { account } = await this.signIns.checkPassword(body.email, body.password);
    return this.signedIn(account, reply);
  }

  @Public()
  @Post('auth/sign-in-link')
  @HttpCode(200)
  @ApiOkResponse({ type: Me })
  async signInByLink(
    @Body() body: TokenRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.signedIn(await this.links.redeem(body.token, 'sign-in'), reply);
  }

  @Public()
  @Post('auth/verify-email')
  @HttpCode(200)
  @ApiOkResponse({ type: Me })
  async verifyEmail(
    @Body() body: TokenRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.signedIn(await this.links.redeem(body.token, 'verify-email'), reply);
  }

  @Post('auth/resend-verification')
  @HttpCode(204)
  @ApiNoContentResponse()
  async resend(@CurrentPerson() person: Principal): Promise<void> {
    const account = await this.accounts.byId(person.accountId);
    if (account) await this.links.sendVerification(account, this.ids.next());
  }

  @Post('auth/sign-out')
  @HttpCode(204)
  @ApiNoContentResponse()
  async signOut(
    @CurrentPerson() person: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signIns.end(person.signInId);
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }

  @Patch('me')
  @ApiOkResponse({ type: Me })
  async changeMe(@CurrentPerson() person: Principal, @Body() body: ProfileRequest): Promise<Me> {
    return Me.of(await this.facade.changeProfile(person.accountId, body));
  }

  private async signedIn(account: Account, reply: FastifyReply): Promise<Me> {
    const { token, expiresAt } = await this.signIns.begin(account, 'web');
    void reply.setCookie(SESSION_COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.http.isLan || this.config.http.publicUrl.startsWith('https:'),
      expires: new Date(expiresAt),
    });
    return Me.of(viewOf(account));
  }
}
