import type { Token } from '../text/tokens.ts';
import type { Reader } from './chart.ts';
import type { Category } from './values.ts';

/** A category of single numbers in digits. */
function digits(fits: (value: number, text: string) => boolean): Reader {
  return (tokens: readonly Token[], at) => {
    const token = tokens[at];
    if (!token || token.number === null || !fits(token.number, token.text)) return [];
    return [{ to: at + 1, value: token.number }];
  };
}

/** Zones people name by letters, in capitals: `est` is a French word. Minutes ahead of UTC. */
const ZONES: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  WET: 0,
  BST: 60,
  CET: 60,
  MEZ: 60,
  CEST: 120,
  EET: 120,
  EST: -300,
  EDT: -240,
  PST: -480,
  PDT: -420,
};

const zone: Reader = (tokens, at) => {
  const offset = ZONES[tokens[at]?.text ?? ''];
  return offset === undefined ? [] : [{ to: at + 1, value: offset }];
};

export const READERS: readonly (readonly [Category, Reader])[] = [
  ['n', digits((_value, text) => text.length <= 4)],
  ['hour', digits((value, text) => value <= 24 && text.length <= 2)],
  ['zerohour', digits((value, text) => value <= 9 && text.length === 2)],
  ['minute', digits((value, text) => value <= 59 && text.length === 2)],
  ['offset', zone],
  ['year', digits((value, text) => text.length === 4 && value >= 1900 && value < 2200)],
];
