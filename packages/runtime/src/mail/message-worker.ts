import { parentPort } from 'node:worker_threads';
import { attachedFile, readMessage } from '@atelier/mail/read/read-message';
import type { Asked } from './message-reader.ts';

/** Reads messages one after the other, where whoever asked can end it. */
parentPort?.on('message', async ({ source, place }: Asked) => {
  try {
    const value = await (place === null ? readMessage(source) : attachedFile(source, place));
    parentPort?.postMessage({ value });
  } catch {
    parentPort?.postMessage({ value: null });
  }
});
