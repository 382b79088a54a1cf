import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { ReadContext } from '@atelier/calendar/occurrence';
import { readObject } from '@atelier/calendar/read/read-object';
import type { ChangedObject } from '@atelier/providers/port/changes';
import type { ReadChange } from './page-plan.ts';

/** Longest stretch of parsing before other work gets a turn; far below the 50 ms that anyone would feel. */
const SLICE_MS = 8;

/** Parses and expands a page without ever holding the event loop for long (S13). */
export async function readChanges(
  changed: readonly ChangedObject[],
  context: ReadContext,
): Promise<readonly ReadChange[]> {
  const read: ReadChange[] = [];
  let sliceEnds = performance.now() + SLICE_MS;
  for (const { href, etag, body } of lastOfEach(changed)) {
    const digest = createHash('md5').update(storedText(body)).digest('hex');
    read.push({ href, etag, body, digest, result: readObject(body, context) });
    if (performance.now() < sliceEnds) continue;
    await turn();
    sliceEnds = performance.now() + SLICE_MS;
  }
  return read;
}

/** Some servers tell an object twice in one answer. */
function lastOfEach(changed: readonly ChangedObject[]): Iterable<ChangedObject> {
  return new Map(changed.map((object) => [object.href, object])).values();
}

/** The text as PostgreSQL keeps it, so that its digest and ours agree. */
function storedText(body: string): string {
  return body.toWellFormed().replaceAll('\0', '');
}
