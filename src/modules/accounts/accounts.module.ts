import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Authenticator } from '../../platform/http/principal.js';
import { AccountsFacade } from './accounts.facade.js';
import { Blocks } from './application/blocks.js';
import { Links } from './application/links.js';
import { Passwords } from './application/passwords.js';
import { SecondFactor } from './application/second-factor.js';
import { SignIns } from './application/sign-ins.js';
import { SignUp } from './application/sign-up.js';
import { AuthController } from './http/auth.controller.js';
import { AvatarController } from './http/avatar.controller.js';
import {
  AccountRecord,
  BlockRecord,
  FailedAttemptRecord,
  LinkRecord,
  SignInRecord,
} from './persistence/account.record.js';
import { AccountRepository } from './persistence/account.repository.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([
      AccountRecord,
      SignInRecord,
      LinkRecord,
      FailedAttemptRecord,
      BlockRecord,
    ]),
  ],
  controllers: [AuthController, AvatarController],
  providers: [
    AccountRepository,
    Passwords,
    SignUp,
    SignIns,
    Links,
    SecondFactor,
    Blocks,
    AccountsFacade,
    { provide: Authenticator, useExisting: SignIns },
  ],
  exports: [AccountsFacade, Authenticator],
})
export class AccountsModule {}
