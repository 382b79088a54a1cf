import { describe, expect, test } from 'vitest';
import { fr as booking } from './booking/fr.ts';
import { de, que } from './elision.ts';
import { MAIL_WORDS } from './mail/mail-words.ts';
import { push } from './push/fr.ts';
import { REFUSALS_FR } from './refusals/fr.ts';
import { fr as studio } from './studio/fr.ts';

/** Told under these names are figures and times, before which nothing elides. */
const FIGURES =
  /^(?:count|least|most|size|percent|number|total|length|times|from|start|days|minutes|seconds)$/;
/** Called Anna, whatever it is asked for. */
const anna = new Proxy(
  {},
  { get: (_, name) => (typeof name === 'symbol' ? () => 'Anna' : FIGURES.test(name) ? '7' : 'Anna') },
);

function sentences(section: object): string[] {
  return Object.values(section).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return saidBy(value as (...told: readonly unknown[]) => unknown);
    return typeof value === 'object' && value !== null ? sentences(value) : [];
  });
}

/** What needs to be told more than names says nothing here. */
function saidBy(say: (...told: readonly unknown[]) => unknown): string[] {
  try {
    const said = say(anna, anna, anna);
    return typeof said === 'object' && said !== null ? sentences(said) : [String(said)];
  } catch {
    return [];
  }
}

describe('French before a name', () => {
  test.each([
    'Admin',
    'Élodie',
    'Ève',
    'Yves',
    'Hélène',
    'Hugo',
    'Henri',
    'Œuvres',
    'Équipe',
    'hiver',
    'imap.studio.example',
  ])('I4 elides before %s', (name) => {
    expect([de(name), que(name)]).toEqual([`d’${name}`, `qu’${name}`]);
  });

  test.each([
    'Léa',
    'Yann',
    'Yasmine',
    'Yoga',
    'Hans',
    'Hassan',
    'Heidi',
    'Harry',
    'Onze',
    'Oui-Oui',
    '« Anna »',
    '9 h',
    '',
  ])('I4 says the whole word before %s', (name) => {
    expect([de(name), que(name)]).toEqual([`de ${name}`, `que ${name}`]);
  });

  test.each([
    ['the studio’s pages', studio],
    ['the booking page', booking],
    ['mails', MAIL_WORDS.fr],
    ['notices', push],
    ['refusals', REFUSALS_FR],
  ])('I4 no sentence of %s runs into somebody called Anna', (_, words) => {
    const all = sentences(words);
    expect(all.join()).toContain('Anna');
    expect(all.filter((sentence) => /(?<![\w’])(?:de|que) Anna/i.test(sentence))).toEqual([]);
  });
});
