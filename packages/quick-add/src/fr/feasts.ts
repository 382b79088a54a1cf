import { afterEaster, type Feast, fixed, floating, onFeast } from '../day/feasts.ts';
import { type Rule, rule } from '../grammar/pattern.ts';

const FEASTS: readonly (readonly [string, Feast])[] = [
  ['(noel|le jour de noel|jour de noel)', fixed(12, 25)],
  ['(la veille de noel|veille de noel|le reveillon de noel|reveillon de noel|reveillon)', fixed(12, 24)],
  [
    "(la saint-sylvestre|saint-sylvestre|saint sylvestre|st-sylvestre|reveillon du nouvel an|le reveillon du jour de l'an)",
    fixed(12, 31),
  ],
  ["(nouvel an|le nouvel an|jour de l'an|le jour de l'an|premier de l'an)", fixed(1, 1)],
  ["(epiphanie|l'epiphanie)", fixed(1, 6)],
  ['(chandeleur|la chandeleur)', fixed(2, 2)],
  ['(saint-valentin|saint valentin|st-valentin|st valentin|la saint-valentin)', fixed(2, 14)],
  ["(poisson d'avril)", fixed(4, 1)],
  ['(fete du travail|la fete du travail)', fixed(5, 1)],
  ['(fete de la musique|la fete de la musique)', fixed(6, 21)],
  ['(fete nationale suisse)', fixed(8, 1)],
  ["(assomption|l'assomption)", fixed(8, 15)],
  ['(halloween)', fixed(10, 31)],
  ['(toussaint|la toussaint)', fixed(11, 1)],
  ["(armistice|l'armistice)", fixed(11, 11)],
  ['(saint-nicolas|st-nicolas|saint nicolas|la saint-nicolas)', fixed(12, 6)],
  ['(paques|dimanche de paques|le dimanche de paques)', afterEaster(0)],
  ['(lundi de paques|le lundi de paques)', afterEaster(1)],
  ['(vendredi saint|le vendredi saint)', afterEaster(-2)],
  ['(samedi saint)', afterEaster(-1)],
  ['(dimanche des rameaux|les rameaux)', afterEaster(-7)],
  ['(mardi gras|le mardi gras)', afterEaster(-47)],
  ["(ascension|l'ascension|jeudi de l'ascension|le jeudi de l'ascension)", afterEaster(39)],
  ['(pentecote|la pentecote|dimanche de pentecote)', afterEaster(49)],
  ['(lundi de pentecote|le lundi de pentecote)', afterEaster(50)],
  ['(jeune federal|le jeune federal)', floating(9, 3, 7)],
];

export const FEAST_RULES: readonly Rule[] = FEASTS.map(([name, feast]) =>
  rule('day', `${name} [{year?}]`, ({ year }: { year?: number }) => onFeast(feast, year)),
);
