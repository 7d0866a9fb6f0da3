import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The page that shows the API draws itself with inline scripts and styles of its own; nothing else may. */
const REFERENCE_PAGE_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** Describes every route for programs: the types of the web client are generated from it. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const options = new DocumentBuilder()
    .setTitle('Visavis')
    .setDescription(
      'Live video help: find, book, meet, pay. Errors are application/problem+json with a stable code; lists are paged by cursor.',
    )
    .setVersion('1')
    .addCookieAuth('visavis_session')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, options);
}

/** `/api/openapi.json` and its reference page `/api/docs`. */
export function installApiDescription(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply) => {
      if (request.url.startsWith('/api/docs'))
        void reply.header('content-security-policy', REFERENCE_PAGE_POLICY);
    });
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  });
}
