import { existsSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MUTANTS } from './mutants.ts';

const ROOT = join(import.meta.dirname, '..');

describe('the list of mutants', () => {
  it.for(MUTANTS)('$name still finds its place, and its tests', ({ file, find, replace, suites }) => {
    const [before = '', after = '', ...others] = readFileSync(join(ROOT, file), 'utf8').split(find);
    expect(others).toEqual([]);
    expect(before + find + after).toBe(readFileSync(join(ROOT, file), 'utf8'));
    expect(replace).not.toBe(find);
    expect(() => stripTypeScriptTypes(before + replace + after)).not.toThrow();
    expect(suites.filter((suite) => !existsSync(join(ROOT, suite)))).toEqual([]);
  });

  it('names each once', () => {
    expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
  });
});
