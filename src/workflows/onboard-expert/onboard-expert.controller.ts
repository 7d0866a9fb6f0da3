import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Req,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CatalogFacade } from '../../modules/catalog/index.js';
import { type ApplicationView, VettingFacade } from '../../modules/vetting/index.js';
import { Askers } from '../../pages/api/reads/asker.js';
import { Application, Requirement } from '../../pages/api/views/studio.view.js';
import { CurrentPerson, Public } from '../../platform/http/decorators.js';
import type { Principal } from '../../platform/http/principal.js';
import { ApplicationRequest } from './onboard-expert.dto.js';
import { OnboardExpert } from './onboard-expert.js';
import { TaxPosition } from './tax-position.js';

export class RequirementList {
  @ApiProperty({ type: () => [Requirement] }) items!: Requirement[];
}

export class ApplicationAnswer {
  @ApiProperty({ type: () => Application, nullable: true }) application!: Application | null;
}

@ApiTags('studio')
@Controller('api/v1')
export class OnboardExpertController {
  constructor(
    private readonly onboarding: OnboardExpert,
    private readonly vetting: VettingFacade,
    private readonly catalog: CatalogFacade,
    private readonly askers: Askers,
  ) {}

  /** What the category asks of those who want to help in it. */
  @Public()
  @Get('categories/:id/requirements')
  @ApiOkResponse({ type: RequirementList })
  async requirements(
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RequirementList> {
    const { language } = await this.askers.of(request);
    const { requirements } = await this.catalog.category(id);
    return {
      items: requirements.map(({ key, kind, isRequired, label }) => ({
        key,
        kind,
        required: isRequired,
        label: label[language] ?? label['en'] ?? key,
      })),
    };
  }

  @Get('studio/application')
  @ApiOkResponse({ type: ApplicationAnswer })
  async mine(@CurrentPerson() person: Principal): Promise<ApplicationAnswer> {
    const application = await this.vetting.applicationOf(person.accountId);
    return { application: application ? applicationOf(application) : null };
  }

  @Put('studio/application')
  @ApiOkResponse({ type: Application })
  async save(
    @CurrentPerson() person: Principal,
    @Body() body: ApplicationRequest,
  ): Promise<Application> {
    return applicationOf(
      await this.onboarding.save(person.accountId, {
        ...body,
        taxPosition: body.taxPosition ?? null,
      }),
    );
  }

  @Post('studio/application/submit')
  @HttpCode(200)
  @ApiOkResponse({ type: Application })
  async submit(@CurrentPerson() person: Principal): Promise<Application> {
    return applicationOf(await this.onboarding.submit(person.accountId));
  }

  @Put('studio/tax-position')
  @HttpCode(204)
  @ApiNoContentResponse()
  async declare(@CurrentPerson() person: Principal, @Body() body: TaxPosition): Promise<void> {
    await this.onboarding.declare(person.accountId, body);
  }
}

function applicationOf(view: ApplicationView): Application {
  return {
    id: view.id,
    state: view.state,
    categoryId: view.categoryId,
    about: view.about,
    answers: view.answers,
    evidence: view.evidenceFileIds,
    listing: view.listing as Application['listing'],
    reasons: view.reasons,
    decidedAt: view.decidedAt,
  };
}
