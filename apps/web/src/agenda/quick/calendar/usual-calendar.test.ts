import { describe, expect, it } from 'vitest';
import { usualCalendar } from './usual-calendar.ts';

const calendar = (id: string, more: Partial<Parameters<typeof usualCalendar>[0][number]> = {}) => ({
  id,
  mine: true,
  demo: false,
  kind: 'personal' as const,
  connectionId: null,
  ...more,
});
const demo = calendar('demo', { demo: true, connectionId: 'd' });
const connected = calendar('connected', { connectionId: 'c' });
const own = calendar('own');
const group = calendar('group', { kind: 'group' });
const foreign = calendar('foreign', { mine: false });

describe('I8 the calendar that something new goes into', () => {
  it.each([
    [
      'of an admin, who owns what the accounts of all brought, their own',
      [demo, connected, own],
      true,
      'own',
    ],
    ['of an artist the one that their account brought', [demo, connected, own], false, 'connected'],
    [
      'a calendar of the demonstration only where there is nothing else of one’s own',
      [foreign, demo],
      true,
      'demo',
    ],
    ['one’s own before that of a group', [group, own], false, 'own'],
    ['that of a group before somebody else’s', [foreign, group], false, 'group'],
    ['somebody else’s where there is no other', [foreign], false, 'foreign'],
  ])('is %s', (_, open, connects, id) => {
    expect(usualCalendar(open, { last: '', connects })?.id).toBe(id);
  });

  it('is the last one that was used, as long as it may be written into', () => {
    expect(usualCalendar([own, group], { last: 'group', connects: true })?.id).toBe('group');
    expect(usualCalendar([own, group], { last: 'gone', connects: true })?.id).toBe('own');
    expect(usualCalendar([], { last: '', connects: true })).toBeUndefined();
  });
});
