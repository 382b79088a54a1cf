import { createHash } from 'node:crypto';
import { createChallenge, verifySolution } from 'altcha-lib/v1';
import { expect, test } from 'vitest';
import { createProofMaker } from './proof-maker.ts';
import { sha256 } from './sha256.ts';

test('the hash is SHA-256, for texts of every length around a block', () => {
  for (let length = 0; length < 200; length++) {
    const text = 'a?expires=1795000000&'.repeat(10).slice(0, length);
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
  }
});

const KEY = 'a secret of the server';
const riddle = async () => ({ needed: true, ...(await createChallenge({ hmacKey: KEY, maxnumber: 500 })) });

/** As the worker does without `crypto.subtle`. */
async function solve({ salt, challenge }: { readonly salt: string; readonly challenge: string }) {
  for (let number = 0; number <= 500; number++) if (sha256(`${salt}${number}`) === challenge) return number;
  return null;
}

test('a proof is one that the server’s library takes', async () => {
  const maker = createProofMaker(async () => ({ ...(await riddle()), needed: true, maxnumber: 500 }), solve);
  expect(await verifySolution((await maker.take()) ?? '', KEY)).toBe(true);
});

test('one riddle is solved for one proof; after it was used there is another', async () => {
  let asked = 0;
  const maker = createProofMaker(async () => {
    asked++;
    return { ...(await riddle()), needed: true, maxnumber: 500 };
  }, solve);
  maker.prepare();
  const [one, same] = [await maker.take(), await maker.take()];
  expect(same).toBe(one);
  expect(asked).toBe(1);
  maker.discard();
  expect(await maker.take()).not.toBe(one);
});

test('where none is needed, none is made; a riddle that did not arrive is asked for again', async () => {
  const maker = createProofMaker(async () => ({ needed: false }), solve);
  expect(await maker.take()).toBeNull();
  let broken = true;
  const second = createProofMaker(async () => {
    if (broken) throw new Error('the line broke');
    return { needed: false };
  }, solve);
  await expect(second.take()).rejects.toThrow('the line broke');
  broken = false;
  expect(await second.take()).toBeNull();
});
