import { parentPort } from 'node:worker_threads';
import { readDocument } from '@atelier/news/find/read-document';
import { readOpml } from '@atelier/news/opml/read-opml';
import type { Asked } from './news-reader.ts';

/** Reads documents one after the other, where whoever asked can end it. */
parentPort?.on('message', (asked: Asked) => {
  try {
    const value = asked.kind === 'opml' ? readOpml(asked.bytes) : readDocument(asked.document);
    parentPort?.postMessage({ value });
  } catch {
    parentPort?.postMessage({ value: null });
  }
});
