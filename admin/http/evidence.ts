import { Router } from 'express';
import { NotAllowedError } from '../../src/platform/http/http.errors.js';
import { NotFoundError } from '../../src/shared/domain-error.js';
import type { Faces } from '../faces.js';
import { holdsOneOf } from '../staff.js';
import { signedInStaff } from './gate.js';
import { sendFile } from './send-file.js';

/** A file that an applicant sent as evidence, for reviewers; each look is in the audit log. */
export function evidenceRoute({ vetting, uploads, audit }: Faces): Router {
  const router = Router();
  router.get('/evidence/:applicationId/:requirement', async (request, response) => {
    const staff = signedInStaff(response);
    if (!holdsOneOf(staff, ['reviewer'])) throw new NotAllowedError('reviewer');
    const { applicationId, requirement } = request.params;
    const { evidenceFileIds } = await vetting.application(applicationId);
    const fileId = evidenceFileIds[requirement];
    if (fileId === undefined) throw new NotFoundError('file');
    const file = await uploads.readForStaff(fileId);
    await audit.record({
      actorId: staff.id,
      action: 'vetting.evidence.read',
      subjectKind: 'vetting.application',
      subjectId: applicationId,
      facts: { fileId, requirement },
    });
    sendFile(response, file);
  });
  return router;
}
