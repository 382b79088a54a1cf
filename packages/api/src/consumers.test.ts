import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appRouter } from './trpc/app-router.ts';

const pages = join(import.meta.dirname, '../../../apps/web/src');
const sources = globSync('**/*.{ts,tsx}', { cwd: pages })
  .filter((file) => !file.includes('.test.'))
  .map((file) => readFileSync(join(pages, file), 'utf8'));

const CALLS = 'use(?:Infinite)?Query|useMutation|useSubscription|query|mutate|subscribe|fetch';

/** Reached by other programs only: the pages have no door to them. Whatever gets a page leaves this list. */
const FOR_OTHERS = new Set(['agenda.import', 'artists.people']);

const procedures = Object.keys(appRouter._def.procedures).toSorted();

function isCalled(path: string): boolean {
  const [room = '', name = ''] = path.split('.');
  const plain = new RegExp(`\\.\\s*${room}\\s*\\.\\s*${name}\\s*\\.\\s*(?:${CALLS})\\b`);
  // `client.manage[how].mutate(…)`, where the same file says which names there are.
  const chosen = new RegExp(`\\.\\s*${room}\\s*\\[`);
  return sources.some(
    (text) =>
      plain.test(text) ||
      // A page that is being closed says it by a plain request.
      text.includes(`/trpc/${path}`) ||
      (chosen.test(text) && text.includes(`'${name}'`)),
  );
}

describe('every procedure has somebody who calls it', () => {
  it.each(procedures.filter((path) => !FOR_OTHERS.has(path)))('I6: the pages call %s', (path) => {
    expect(isCalled(path)).toBe(true);
  });

  it.each([...FOR_OTHERS])('I6: %s exists, and is meant for others', (path) => {
    expect(procedures).toContain(path);
    expect(isCalled(path)).toBe(false);
  });
});
