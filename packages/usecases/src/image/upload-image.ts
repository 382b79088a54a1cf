import { insertUpload } from '@atelier/database/image/image-store';
import { transact } from '@atelier/database/transaction';
import type { Context } from '../context.ts';
import { done, type Outcome } from '../outcome.ts';
import { hashToken, newToken } from '../tokens.ts';
import type { ImageMaker } from './image-maker.ts';
import { imageRefusal } from './image-refusal.ts';

export interface ImageContext extends Pick<Context, 'database' | 'clock' | 'newId'> {
  readonly images: ImageMaker;
}

export interface Uploaded {
  /** Attaches it to a form, once; told once, and only its hash is kept. */
  readonly token: string;
  readonly width: number;
  readonly height: number;
}

/** Takes in a picture for a form that is being filled in. Forgotten after a day if the form is never sent. */
export async function uploadImage(
  { database, clock, newId, images }: ImageContext,
  bytes: Buffer,
): Promise<Outcome<Uploaded>> {
  const made = await images.reference(bytes);
  if (!made.ok) return imageRefusal(made.problem);
  const token = newToken();
  await transact(database, (transaction) =>
    insertUpload(transaction, { ...made.image, id: newId(), createdAt: clock() }, hashToken(token)),
  );
  const { width, height } = made.image;
  return done({ token, width, height });
}
