import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const LISTS = [
  { file: 'docs/cases.md', cases: 58 },
  { file: 'docs/booking-cases.md', cases: 64 },
];
/** The section of what others found, which has no numbers. */
const FOUND = 'What was found from outside';
const QUOTES = ["'", '"', '`'];
/** What Atelier does not do needs no proof. */
const NOT_HERE = '_Not in Atelier';
const root = new URL('../', import.meta.url);

interface Row {
  readonly number: number;
  readonly here: boolean;
  readonly proofs: readonly Proof[];
}

interface Proof {
  readonly file: string;
  readonly title: string;
}

/** The rows of a list: `| 7 | what happens | `file`: “title”, “title”<br>... |`. */
async function rowsOf(list: string): Promise<readonly Row[]> {
  const text = await readFile(new URL(list, root), 'utf8');
  return [...text.matchAll(/^\| *(\d+) *\|[^|]*\|(.*)\|$/gm)].map(([, number, proved = '']) => ({
    number: Number(number),
    here: !proved.includes(NOT_HERE),
    proofs: proofsIn(proved),
  }));
}

function proofsIn(cell: string): readonly Proof[] {
  return [...cell.matchAll(/`([^`]+)`: ((?:“[^”]+”(?:, )?)+)/g)].flatMap(([, file = '', titles = '']) =>
    [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => ({ file, title })),
  );
}

async function isThere({ file, title }: Proof): Promise<boolean> {
  const source = await readFile(fileURLToPath(new URL(file, root)), 'utf8').catch(() => '');
  return QUOTES.some((quote) => source.includes(`${quote}${title}${quote}`));
}

describe.for(LISTS)('$file', ({ file: list, cases }) => {
  it('each of the cases is listed once, in order, with proofs', async () => {
    const rows = await rowsOf(list);
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: cases }, (_, n) => n + 1));
    expect(rows.filter(({ here, proofs }) => here && proofs.length === 0)).toEqual([]);
  });

  it('every proof is there, and bears the number of its case', async () => {
    const wrong: string[] = [];
    for (const { number, proofs } of await rowsOf(list)) {
      for (const { file, title } of proofs) {
        if (!(await isThere({ file, title }))) wrong.push(`case ${number}: ${file} has no “${title}”`);
        if (!numbersIn(title).has(number)) wrong.push(`case ${number}: “${title}” bears another number`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('docs/proof.md', () => {
  it('names a test for all that was found from outside, and each is there', async () => {
    const text = await readFile(new URL('docs/proof.md', root), 'utf8');
    const section = text.split(/^## /m).find((part) => part.startsWith(FOUND)) ?? '';
    const [, , ...rows] = [...section.matchAll(/^\|[^|]+\|(.*)\|$/gm)].map(([, cell = '']) => cell);
    expect(rows.length).toBeGreaterThan(40);
    // Nothing that stands in a cell is passed over.
    expect(rows.filter((cell) => proofsIn(cell).length !== cell.split('“').length - 1)).toEqual([]);
    const proofs = rows.flatMap(proofsIn);
    const there = await Promise.all(proofs.map(isThere));
    expect(proofs.filter((_, index) => !there[index])).toEqual([]);
  });
});

/** `S12 case 6 8: ...`, `case 52 case 58: ...` and `cases 7 and 8: ...` bear two numbers. */
function numbersIn(title: string): ReadonlySet<number> {
  return new Set(
    [...title.matchAll(/cases?((?:(?:,| and)? \d+)+)/g)].flatMap(([, numbers = '']) =>
      [...numbers.matchAll(/\d+/g)].map(([number]) => Number(number)),
    ),
  );
}
