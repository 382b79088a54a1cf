import { type ImageProblem, problemOfStatus } from './image-rules.ts';

export type Uploaded =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly problem: ImageProblem };

/** Sends one image. By XMLHttpRequest, since `fetch` does not tell how far an upload has come. */
export function uploadImage(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Uploaded> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/images');
    request.responseType = 'json';
    request.setRequestHeader('content-type', file.type);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onloadend = () => resolve(answerOf(request));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function answerOf({ status, response }: XMLHttpRequest): Uploaded {
  const { token } = (status === 201 ? response : null) ?? {};
  if (typeof token === 'string') return { ok: true, token };
  return { ok: false, problem: problemOfStatus(status) };
}
