import fc from 'fast-check';

const WEEKDAY = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');

/** A number from 1 on, or from the end. */
function signed(most: number): fc.Arbitrary<number> {
  return fc.tuple(fc.integer({ min: 1, max: most }), fc.boolean()).map(([n, end]) => (end ? -n : n));
}

function list<T>(item: fc.Arbitrary<T>, most: number): fc.Arbitrary<string> {
  return fc.uniqueArray(item, { minLength: 1, maxLength: most }).map((items) => items.join(','));
}

/** Absent twice as often as there, or `absent` times. */
function sometimes(name: string, value: fc.Arbitrary<unknown>, absent = 2): fc.Arbitrary<string[]> {
  const present = value.map((one) => [`${name}=${String(one)}`]);
  return fc.oneof(
    { weight: absent, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: present },
  );
}

function byDay(freq: string): fc.Arbitrary<string> {
  if (freq !== 'YEARLY' && freq !== 'MONTHLY') return list(WEEKDAY, 3);
  const nth = fc.tuple(signed(freq === 'MONTHLY' ? 5 : 53), WEEKDAY).map(([n, day]) => `${n}${day}`);
  return list(fc.oneof(nth, WEEKDAY), 3);
}

/** Rules of one frequency with the parts that RFC 5545 allows there. COUNT and UNTIL are left to the test. */
export function randomRule(freq: string): fc.Arbitrary<string> {
  const subDaily = freq === 'HOURLY' || freq === 'MINUTELY' || freq === 'SECONDLY';
  // Of a few hours or days, most such limits would leave nothing to compare.
  const rarely = subDaily ? 9 : 2;
  const never = fc.constant<string[]>([]);
  const parts = fc.tuple(
    sometimes('BYMONTH', list(fc.integer({ min: 1, max: 12 }), 4), rarely),
    freq === 'YEARLY' ? sometimes('BYWEEKNO', list(signed(53), 3)) : never,
    freq === 'YEARLY' || subDaily ? sometimes('BYYEARDAY', list(signed(366), 5), rarely) : never,
    freq === 'WEEKLY' ? never : sometimes('BYMONTHDAY', list(signed(31), 5), rarely),
    sometimes('BYDAY', byDay(freq), rarely),
    sometimes('BYHOUR', list(fc.integer({ min: 0, max: 23 }), 8), rarely),
    sometimes('BYMINUTE', list(fc.integer({ min: 0, max: 59 }), 2)),
    sometimes('BYSECOND', list(fc.integer({ min: 0, max: 59 }), 2)),
  );
  const frame = fc.tuple(
    sometimes('INTERVAL', fc.constantFrom(2, 3, 4, 5, 7, 12, 18, 90)),
    sometimes('WKST', WEEKDAY),
    sometimes('BYSETPOS', list(signed(4), 2)),
  );
  return fc.tuple(frame, parts).map(([[interval, wkst, setPos], by]) => {
    const days = by.flat();
    return [`FREQ=${freq}`, ...interval, ...wkst, ...days, ...(days.length > 0 ? setPos : [])].join(';');
  });
}
