import { type ProblemDocument, RequestError } from '../api/problem.ts';
import { apiPath } from '../api/request.ts';
import { authorization } from './document-bytes.ts';

/** A document on its way to the server. */
export interface Upload {
  /** @throws RequestError with what the server said; `DOMException` AbortError where it was stopped */
  readonly done: Promise<void>;
  readonly cancel: () => void;
}

export interface UploadDetails {
  readonly to: string;
  readonly title: string;
  readonly source: string;
  readonly secrecy: 'public' | 'restricted';
}

/** Sends a file and tells how much of it is gone, from 0 to 1; `fetch` cannot tell that of what it sends. */
export function uploadDocument(
  file: File,
  { to, title, source, secrecy }: UploadDetails,
  language: string,
  onProgress: (share: number) => void,
): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<void>((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('load', () => {
      if (request.status < 300) resolve();
      else reject(new RequestError(request.status, problemIn(request.responseText)));
    });
    request.addEventListener('error', () => reject(new RequestError(0)));
    request.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
  });
  const details = { to, title: title.trim(), source: source.trim(), secrecy, fileName: file.name };
  request.open('POST', apiPath(['documents'], details));
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.setRequestHeader('accept-language', language);
  for (const [name, value] of Object.entries(authorization())) request.setRequestHeader(name, value);
  request.send(file);
  return { done, cancel: () => request.abort() };
}

function problemIn(text: string): ProblemDocument | undefined {
  try {
    return JSON.parse(text) as ProblemDocument;
  } catch {
    return undefined;
  }
}
