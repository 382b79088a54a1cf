import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const text = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
const hops = [...text.matchAll(/`((?:packages|apps)\/[\w./-]+\.tsx?)` `(\w+)`/g)].map(
  ([, file = '', name = '']) => [file, name] as const,
);

describe('the journeys of docs/architecture.md', () => {
  it('have hops', () => {
    expect(hops.length).toBeGreaterThan(30);
  });

  it.each(hops)('%s still has %s', (file, name) => {
    const source = readFileSync(join(ROOT, file), 'utf8');
    expect(source).toMatch(new RegExp(`export (?:async )?(?:function\\*?|class|const) ${name}\\b`));
  });
});
