import { expect, test } from 'vitest';
import { faultyCalendar } from '../testing/faulty-calendar.ts';

test('S4 case 3: a delta that breaks off between its pages is told again, and only the rest is fetched', async () => {
  await using it = await faultyCalendar(5);
  for (let index = 0; index < 250; index += 1) it.put(`new${index}.ics`);
  it.remove('e0.ics');
  const { complete } = await it.mirror.pull({ stopAfter: 1 });
  const stored = it.names().filter((name) => name.startsWith('new')).length;
  expect([complete, stored > 0, stored < 250]).toEqual([false, true, true]);
  const rest = await it.mirror.pull();
  expect([rest.complete, rest.changed.length, it.names().length]).toEqual([true, 250 - stored, 254]);
});
