import { listed, numbered } from '../grammar/numbered.ts';
import { type Rule, rule } from '../grammar/pattern.ts';

const HOURS = [
  '(un|une)',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
];

const WEEKDAYS = [
  '(lundi|lun.)',
  '(mardi|mar.)',
  '(mercredi|mer.|mercr|mercr.)',
  '(jeudi|jeu.)',
  '(vendredi|ven.|vend|vend.)',
  '(samedi|sam.)',
  '(dimanche|dim.)',
];

const MONTHS = [
  '(janvier|jan|janv|janv.|jan.)',
  '(fevrier|fev|fevr|fevr.|fev.)',
  'mars',
  '(avril|avr|avr.)',
  'mai',
  'juin',
  '(juillet|juil|juil.)',
  'aout',
  '(septembre|sept|sept.|sep.)',
  '(octobre|oct|oct.)',
  '(novembre|nov|nov.)',
  '(decembre|dec|dec.)',
];

const ORDINALS = ['(premier|premiere)', '(deuxieme|second|seconde)', 'troisieme', 'quatrieme', 'cinquieme'];

const UNITS = [
  ['minute', '(minute|minutes|min|mn)'],
  ['hour', '(heure|heures)'],
  ['day', '(jour|jours)'],
  ['week', '(semaine|semaines|sem|sem.)'],
  ['fortnight', '(quinzaine|quinzaines)'],
  ['month', 'mois'],
  ['year', '(an|ans|annee|annees)'],
] as const;

const LARGE = [
  [13, 'treize'],
  [14, 'quatorze'],
  [15, 'quinze'],
  [16, 'seize'],
  [17, 'dix-sept'],
  [18, 'dix-huit'],
  [19, 'dix-neuf'],
  [20, 'vingt'],
  [21, '(vingt et une|vingt-et-une)'],
  [22, '(vingt-deux|vingt deux)'],
  [23, '(vingt-trois|vingt trois)'],
] as const;

const PLURALS = ['lundis', 'mardis', 'mercredis', 'jeudis', 'vendredis', 'samedis', 'dimanches'];

/** Numbers, weekdays, months and units, and lists of weekdays. */
export const WORDS: readonly Rule[] = [
  ...numbered('hourword', 1, HOURS),
  ...LARGE.map(([value, name]) => rule('hourword', name, () => value)),
  rule('word', '{hourword}', ({ hourword }) => hourword),
  rule('word', 'trente', () => 30),
  rule('word', '(quarante-cinq|quarante cinq)', () => 45),
  rule('word', '(quatre-vingt-dix|quatre vingt dix)', () => 90),
  rule('count', '{n}', ({ n }) => n),
  rule('count', '{word}', ({ word }) => word),
  ...numbered('weekday', 1, WEEKDAYS),
  ...numbered('shortday', 1, ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim']),
  rule('weekday', '{shortday}', ({ shortday }) => shortday),
  ...numbered('plural', 1, PLURALS),
  ...numbered('month', 1, MONTHS),
  ...numbered('ordinal', 1, ORDINALS),
  rule('ordinal', '1 _ (er|ere)', () => 1),
  rule('ordinal', '{n} _ (e|eme|nd|nde)', ({ n }) => (n >= 1 && n <= 31 ? n : null)),
  rule('dom', '{ordinal}', ({ ordinal }) => ordinal),
  rule('dom', '{n}', ({ n }) => (n >= 1 && n <= 31 ? n : null)),
  rule('nth', '{ordinal}', ({ ordinal }) => (ordinal <= 5 ? ordinal : null)),
  rule('nth', '(dernier|derniere)', () => -1),
  ...UNITS.map(([unit, names]) => rule('unit', names, () => unit)),
  rule('days', '{weekday} (,|et|&|/|+|et le) {days}', ({ weekday, days }) => listed(weekday, days)),
  rule('days', '{weekday}', ({ weekday }) => [weekday]),
  rule('plurals', '{plural} (,|et|&|/|+|et les) {plurals}', ({ plural, plurals }) => listed(plural, plurals)),
  rule('plurals', '{plural}', ({ plural }) => [plural]),
];
