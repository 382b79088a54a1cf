import { describe, expect, it } from 'vitest';
import { type GivenStudio, studioOf } from '../studio/studio.ts';
import { givenStudio } from '../studio/testing/given.ts';
import { examineStudio } from './examine-studio.ts';

const found = (given: Partial<GivenStudio>) =>
  Object.fromEntries(
    examineStudio(studioOf(null, givenStudio(given))).map(({ check, status, message }) => [
      check,
      `${status}: ${message}`,
    ]),
  );

describe('what doctor says of the studio', () => {
  it('I5: warns while nobody has told of it, and names the zone that is guessed', () => {
    expect(found({ zone: null, machineZone: 'Etc/UTC' }).studio).toMatch(/^warning: .*Etc\/UTC/);
  });

  it.each([
    ['http://localhost:4600', /^warning: .*only this machine/],
    ['http://192.168.1.4:4600', /^warning: .*same network/],
    ['https://book.studio.example', /^ok: /],
  ])('I4: says who can open %s', (url, words) => {
    expect(found({ url }).address).toMatch(words);
  });

  it.each([
    [{ mailServer: false }, /^warning: .*no mail server/],
    [{ mailServer: true }, /^warning: .*no sender/],
    [{ mailServer: true, sender: 'a@studio.example' }, /^ok: /],
  ])('I4: says what keeps mail from leaving: %j', (given, words) => {
    expect(found(given).sending).toMatch(words);
  });
});
