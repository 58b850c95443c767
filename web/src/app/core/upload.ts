import { ApiProblem, problemOf } from './api-problem';

export interface Upload {
  url: string;
  body: Blob;
  language: string;
  onProgress: (sent: number, total: number) => void;
  signal?: AbortSignal;
}

/** Sends a file and tells how far it is, which fetch cannot; an abort rejects with an `AbortError`. */
export function upload<T>({ url, body, language, onProgress, signal }: Upload): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    const end = (settle: () => void) => () => {
      signal?.removeEventListener('abort', abort);
      settle();
    };
    request.open('POST', url);
    request.setRequestHeader('Accept-Language', language);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = (event) => onProgress(event.loaded, event.lengthComputable ? event.total : body.size);
    request.onload = end(() => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as T);
      else reject(problemOf(request.status, request.responseText));
    });
    request.onerror = end(() => reject(new ApiProblem({ code: 'offline' })));
    request.onabort = end(() => reject(new DOMException('The upload was stopped', 'AbortError')));
    if (signal?.aborted) {
      reject(new DOMException('The upload was stopped', 'AbortError'));
      return;
    }
    signal?.addEventListener('abort', abort);
    request.send(body);
  });
}
