import type { RequestListener } from 'node:http';
import { buildRouter } from '@adminjs/express';
import express, { type RequestHandler } from 'express';
import { createAdmin } from './create-admin.js';
import { facesOf, type ProgramContext } from './faces.js';
import { assetRoutes } from './http/assets.js';
import { evidenceRoute } from './http/evidence.js';
import { offerPictureRoute } from './http/offer-pictures.js';
import { gate } from './http/gate.js';
import { dressPages } from './http/page-dress.js';
import { answerFailure, answerUnknown } from './http/problems.js';
import { correlate, refuseForeignOrigin, securityHeaders } from './http/request-safety.js';
import { routeGuard } from './http/route-guard.js';
import { signInRoutes } from './http/sign-in.routes.js';

/** Far above any reason a reviewer writes; AdminJS' own parser would take 20 MB. */
const FORM_BYTES_MAX = 64 * 1024;

/** Puts the console together: our headers, sign-in and rights in front, AdminJS' router behind them. */
export async function buildConsole(
  app: ProgramContext,
  publicPath: string,
): Promise<RequestListener> {
  const faces = facesOf(app);
  const admin = await createAdmin(faces, publicPath);
  const server = express();
  server.disable('x-powered-by');
  server.set('trust proxy', false);
  server.use(correlate, securityHeaders(faces.config), refuseForeignOrigin);
  server.use(publicPath, assetRoutes('open'), signInRoutes(faces, publicPath));
  server.use(publicPath, gate(faces, publicPath));
  server.use(publicPath, assetRoutes('staff'), evidenceRoute(faces), offerPictureRoute(faces));
  server.use(publicPath, routeGuard(admin), dressPages, adminRouter(admin));
  server.use(answerUnknown);
  server.use(answerFailure(faces.logger));
  return server;
}

function adminRouter(admin: Parameters<typeof buildRouter>[0]): RequestHandler {
  const router: unknown = buildRouter(admin, null, {
    maxFieldsSize: FORM_BYTES_MAX,
    maxFields: 50,
  });
  return router as RequestHandler;
}
