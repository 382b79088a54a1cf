import { afterEaster, type Feast, fixed, floating, onFeast } from '../day/feasts.ts';
import { type Rule, rule } from '../grammar/pattern.ts';

/** English names; where only one country keeps the day, the country whose day most people mean. */
const FEASTS: readonly (readonly [string, Feast])[] = [
  ['(christmas|xmas|christmas day)', fixed(12, 25)],
  ['(christmas eve|xmas eve)', fixed(12, 24)],
  ["(boxing day|saint stephen's day)", fixed(12, 26)],
  ["(new year's eve|new years eve|nye|new year eve)", fixed(12, 31)],
  ["(new year's day|new years day|new year's|new years|new year)", fixed(1, 1)],
  ['epiphany', fixed(1, 6)],
  ["(valentine's day|valentines day|valentine's|valentines|valentine day)", fixed(2, 14)],
  ["(st patrick's day|saint patrick's day|st. patrick's day|st patricks day)", fixed(3, 17)],
  ["(april fools|april fool's|april fools' day|april fool's day)", fixed(4, 1)],
  ['(labour day|labor day|may day)', fixed(5, 1)],
  [`(halloween|hallowe'en)`, fixed(10, 31)],
  [`(all saints|all saints day|all saints' day)`, fixed(11, 1)],
  ['bastille day', fixed(7, 14)],
  ['swiss national day', fixed(8, 1)],
  ['(independence day)', fixed(7, 4)],
  ['(easter|easter sunday)', afterEaster(0)],
  ['easter monday', afterEaster(1)],
  ['(good friday)', afterEaster(-2)],
  ['(easter saturday)', afterEaster(-1)],
  ['(palm sunday)', afterEaster(-7)],
  ['(shrove tuesday|pancake day|mardi gras)', afterEaster(-47)],
  ['(ash wednesday)', afterEaster(-46)],
  ['(ascension|ascension day|ascension thursday)', afterEaster(39)],
  ['(pentecost|whit sunday)', afterEaster(49)],
  ['(whit monday|pentecost monday)', afterEaster(50)],
  ['thanksgiving', floating(11, 4, 4)],
  ['black friday', (year) => (floating(11, 4, 4)(year) ?? 0) + 1],
];

export const FEAST_RULES: readonly Rule[] = FEASTS.map(([name, feast]) =>
  rule('day', `${name} [{year?}]`, ({ year }: { year?: number }) => onFeast(feast, year)),
).concat([rule('date', 'at {day}', ({ day }) => ({ ...day, weight: day.weight - 2 }))]);
