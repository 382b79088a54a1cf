import type { HintRequest, HintVerdict } from '@atelier/providers/port/change-hints';
import { expect, test } from 'vitest';
import { openSaidBefore } from './said-before.ts';

const MESSAGE: HintRequest = {
  method: 'POST',
  headers: { authorization: 'vapid t=a, k=b' },
  query: {},
  body: new Uint8Array([1, 2, 3]),
};
const CHANGED: HintVerdict = { kind: 'changed', hrefs: null, answer: { status: 201 } };
const REFUSED: HintVerdict = { kind: 'refused' };

function opened(verdict: HintVerdict) {
  const clock = { ms: 0 };
  const said = openSaidBefore(() => clock.ms);
  let proofs = 0;
  const ask = async (token = 't', request = MESSAGE) => {
    const given = await said.verdictOn(token, request, async () => {
      proofs += 1;
      return verdict;
    });
    return [given.kind, proofs];
  };
  return { clock, ask };
}

test('P7: what was proven a moment ago is not proven again, and is a few seconds later', async () => {
  const { clock, ask } = opened(CHANGED);
  expect(await ask()).toEqual(['changed', 1]);
  expect(await ask()).toEqual(['changed', 1]);
  clock.ms = 5_001;
  expect(await ask()).toEqual(['changed', 2]);
});

test('P7: another byte, header, question or address is another message', async () => {
  const { ask } = opened(CHANGED);
  await ask();
  expect(await ask('u')).toEqual(['changed', 2]);
  expect(await ask('t', { ...MESSAGE, body: new Uint8Array([1, 2, 4]) })).toEqual(['changed', 3]);
  expect(await ask('t', { ...MESSAGE, headers: { authorization: 'vapid t=a, k=c' } })).toEqual([
    'changed',
    4,
  ]);
  expect(await ask('t', { ...MESSAGE, query: { a: 'b' } })).toEqual(['changed', 5]);
  expect(await ask('t', { ...MESSAGE, method: 'PUT' })).toEqual(['changed', 6]);
});

test('P7: what was refused is looked at each time', async () => {
  const { ask } = opened(REFUSED);
  await ask();
  expect(await ask()).toEqual(['refused', 2]);
});
