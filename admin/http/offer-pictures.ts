import { Router } from 'express';
import { NotAllowedError } from '../../src/platform/http/http.errors.js';
import { NotFoundError } from '../../src/shared/domain-error.js';
import type { Faces } from '../faces.js';
import { holdsOneOf } from '../staff.js';
import { signedInStaff } from './gate.js';
import { sendFile } from './send-file.js';

/** A picture of an offer that waits or is live, for reviewers. */
export function offerPictureRoute({ catalog, uploads }: Faces): Router {
  const router = Router();
  router.get('/offer-pictures/:listingId/:fileId', async (request, response) => {
    if (!holdsOneOf(signedInStaff(response), ['reviewer'])) throw new NotAllowedError('reviewer');
    const { listingId, fileId } = request.params;
    const { draft, live } = await catalog.listingForReview(listingId);
    const pictures = [...draft.pictures, ...(live?.pictures ?? [])];
    if (!pictures.some((picture) => picture.fileId === fileId)) throw new NotFoundError('picture');
    const file = await uploads.readForStaff(fileId);
    sendFile(response, file);
  });
  return router;
}
