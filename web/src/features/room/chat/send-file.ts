import { ApiProblem } from '../../../shared/api/api-problem';
import type { StoredFile } from '../../../shared/api/contract';

/**
 * Sends a file to a room and tells how far it is; `fetch` cannot.
 *
 * @param tell gets parts of the whole, from 0 to 1
 * @throws ApiProblem when the server refuses it or cannot be reached
 */
export function sendFile(
  address: string,
  file: File,
  tell: (part: number) => void,
  signal: AbortSignal,
): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ApiProblem(0, 'network.unreachable'));
    request.onabort = () => reject(new ApiProblem(0, 'network.unreachable'));
    request.onload = () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as StoredFile);
      else
        ApiProblem.of(new Response(request.responseText, { status: request.status })).then(
          reject,
          reject,
        );
    };
    signal.addEventListener('abort', () => request.abort());
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
}
