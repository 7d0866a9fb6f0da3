import { ApiProperty } from '@nestjs/swagger';
import {
  IsEmail,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsTimeZone,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { LANGUAGES } from '../../../platform/i18n/languages.js';
import type { PersonView } from '../accounts.facade.js';
import { type Role, ROLES } from '../domain/account.js';

export class SignUpRequest {
  @ApiProperty() @IsEmail() @MaxLength(320) email!: string;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(500) password!: string;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(200) displayName!: string;
  @ApiProperty({ description: 'ISO 3166, two letters' }) @Matches(/^[A-Z]{2}$/) country!: string;
  @ApiProperty({ enum: LANGUAGES }) @IsIn(LANGUAGES) language!: string;
  @ApiProperty({ description: 'IANA name' }) @IsTimeZone() timeZone!: string;
}

export class SignInRequest {
  @ApiProperty() @IsEmail() email!: string;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(500) password!: string;
}

export class TokenRequest {
  @ApiProperty() @IsString() @Length(20, 100) token!: string;
}

export class ProfileRequest {
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(200) displayName?: string;
  @ApiProperty({ required: false }) @IsOptional() @Matches(/^[A-Z]{2}$/) country?: string;
  @ApiProperty({ required: false, enum: LANGUAGES })
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsTimeZone() timeZone?: string;
}

/** The person who is signed in, as only they may see themselves. */
export class Me {
  @ApiProperty() id!: string;
  @ApiProperty() email!: string;
  @ApiProperty() emailVerified!: boolean;
  @ApiProperty() displayName!: string;
  @ApiProperty() avatarUrl!: string;
  @ApiProperty() country!: string;
  @ApiProperty() language!: string;
  @ApiProperty() timeZone!: string;
  @ApiProperty({ enum: ROLES, isArray: true }) roles!: Role[];
  @ApiProperty() isDemo!: boolean;

  static of(person: PersonView): Me {
    return {
      id: person.id,
      email: person.email,
      emailVerified: person.emailVerified,
      displayName: person.displayName,
      avatarUrl: person.avatarUrl,
      country: person.country,
      language: person.language,
      timeZone: person.timeZone,
      roles: [...person.roles],
      isDemo: person.isDemo,
    };
  }
}
