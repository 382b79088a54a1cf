import { useEffect, useRef, useState } from 'react';
import type { SentImage } from '../form/client-form.ts';
import { checkImage, type ImageProblem, MOST_IMAGES } from './image-rules.ts';
import { thumbnailOf } from './thumbnail.ts';
import { uploadImage } from './upload-image.ts';

/** An image on its way. */
export interface Sending {
  readonly id: number;
  readonly name: string;
  /** From 0 to 1. */
  readonly share: number;
}

export interface LeftOut {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly problem: ImageProblem;
}

export interface Uploads {
  readonly images: readonly SentImage[];
  readonly sending: readonly Sending[];
  readonly leftOut: readonly LeftOut[];
  readonly add: (files: readonly File[]) => void;
  readonly remove: (token: string) => void;
  readonly stop: (id: number) => void;
}

/** Images are sent as soon as they are chosen; each fails or arrives by itself. */
export function useUploads(
  images: readonly SentImage[],
  onImages: (images: readonly SentImage[]) => void,
): Uploads {
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [leftOut, setLeftOut] = useState<readonly LeftOut[]>([]);
  const stops = useRef(new Map<number, AbortController>());
  const next = useRef(0);
  const change = useLatest(images, onImages);

  async function send(file: File, id: number): Promise<void> {
    const stop = new AbortController();
    stops.current.set(id, stop);
    const progress = (share: number) =>
      setSending((before) => before.map((one) => (one.id === id ? { ...one, share } : one)));
    const [answer, thumbnail] = await Promise.all([
      uploadImage(file, progress, stop.signal),
      thumbnailOf(file),
    ]);
    setSending((before) => before.filter((one) => one.id !== id));
    stops.current.delete(id);
    if (stop.signal.aborted) return;
    if (answer.ok) change((before) => [...before, { token: answer.token, name: file.name, thumbnail }]);
    else leaveOut(file, id, answer.problem);
  }

  const leaveOut = ({ name, size }: File, id: number, problem: ImageProblem) =>
    setLeftOut((before) => [...before, { id, name, size, problem }]);

  function add(files: readonly File[]): void {
    let there = images.length + sending.length;
    setLeftOut([]);
    for (const file of files) {
      const id = next.current++;
      const problem = checkImage(file, there);
      if (problem) leaveOut(file, id, problem);
      if (problem === 'tooMany') break;
      if (problem) continue;
      there += 1;
      setSending((before) => [...before, { id, name: file.name, share: 0 }]);
      void send(file, id);
    }
  }

  return {
    images: images.slice(0, MOST_IMAGES),
    sending,
    leftOut,
    add,
    remove: (token) => change((before) => before.filter((one) => one.token !== token)),
    stop: (id) => stops.current.get(id)?.abort(),
  };
}

type ChangeImages = (next: (before: readonly SentImage[]) => readonly SentImage[]) => void;

/** Two may arrive before the page is drawn again: each goes on from what the one before has left. */
function useLatest(
  images: readonly SentImage[],
  onImages: (images: readonly SentImage[]) => void,
): ChangeImages {
  const latest = useRef(images);
  useEffect(() => {
    latest.current = images;
  }, [images]);
  return (next) => {
    latest.current = next(latest.current);
    onImages(latest.current);
  };
}
