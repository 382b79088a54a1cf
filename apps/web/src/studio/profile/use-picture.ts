import type { StudioWords } from '@atelier/words/studio/en';
import { useState } from 'react';
import { toast } from 'sonner';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';

const MOST_BYTES = 10 * 1024 * 1024;

/** Puts and removes the picture of an artist; `preview` is what was chosen, while it is on its way. */
export function usePicture(slug: string) {
  const { words } = useReader();
  const queries = trpc.useUtils();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [preview, setPreview] = useState<string | null>(null);

  async function send(request: RequestInit, said: string): Promise<void> {
    setPending(true);
    setProblem(null);
    const answer = await fetch(`/api/v1/admin/artists/${encodeURIComponent(slug)}/picture`, request).catch(
      () => null,
    );
    if (answer?.ok) {
      toast.success(said);
      await Promise.all([queries.artists.invalidate(), queries.booking.studio.invalidate()]);
    } else {
      setProblem(answer === null ? words.refusal.offline : problemOf(answer.status, words));
    }
    setPending(false);
    setPreview(null);
  }

  return {
    pending,
    problem,
    preview,
    async put(file: File): Promise<void> {
      if (file.size > MOST_BYTES) {
        setProblem(words.profile.pictureTooLarge);
        return;
      }
      setPreview(await dataUrl(file));
      const headers = { 'content-type': file.type || 'application/octet-stream' };
      return send({ method: 'PUT', headers, body: file }, words.profile.pictureSaved);
    },
    remove: () => send({ method: 'DELETE' }, words.profile.pictureRemoved),
  };
}

/** Pages may show pictures of their own and `data:`, but no `blob:` (Content-Security-Policy). Null: not readable. */
async function dataUrl(file: File): Promise<string | null> {
  const read = Promise.withResolvers<string | null>();
  const reader = new FileReader();
  reader.addEventListener('load', () =>
    read.resolve(typeof reader.result === 'string' ? reader.result : null),
  );
  reader.addEventListener('error', () => read.resolve(null));
  reader.readAsDataURL(file);
  return read.promise;
}

function problemOf(status: number, { profile }: StudioWords): string {
  if (status === 413) return profile.pictureTooLarge;
  if (status === 415 || status === 422) return profile.pictureUnreadable;
  if (status === 429) return profile.pictureTooMany;
  return profile.pictureFailed;
}
