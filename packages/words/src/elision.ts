/** An h before which French elides, at the beginning of names and of what calendars are called after: the others are said. */
const MUTE =
  /^h(?:abit|adrien|alloween|armon|ebdo|ect|élène|élo|enri|ercule|ermine|ermann|ervé|eure|ilaire|ilarie|ippolyte|ist|iver|omme|on[oe]|opit|ôpi|ôte|orai|oros|orace|ortense|ubert|ug[ou]|uile|uit[rt]|uma|umbert|umeur|yacinthe|yb|ydr|ygi|ypn)/;
/** A vowel, and a y that is one: Yves, and not Yann. */
const VOWEL = /^(?:[aâàäeéèêëiîïoôöuùûüæœ]|y[^aâàeéèêëiîoôuûy\s])/;
/** Begin with a vowel, and are spoken as if they did not. */
const APART = /^(?:onz|oui\b|ouistiti|uhlan|ululer)/;

const elides = (name: string): boolean => {
  const heard = name.normalize('NFC').toLocaleLowerCase('fr');
  return (VOWEL.test(heard) || MUTE.test(heard)) && !APART.test(heard);
};

/** “de” before a name, a place or whatever else is put in: `d’Anna`, `de Léa`, `de « Anna »`. @param name as it is shown */
export const de = (name: string): string => (elides(name) ? `d’${name}` : `de ${name}`);

/** “que”, likewise. */
export const que = (name: string): string => (elides(name) ? `qu’${name}` : `que ${name}`);
