import { expect, it } from 'vitest';
import { closedBy } from './closed-by.ts';

const OPEN = { weekly: { th: [['09:00', '18:00']] }, overrides: [], closures: [] } as never;
const ROOF = { from: '2026-03-10', to: '2026-03-12', reason: 'Roof' };

it('I4: a date without a start names who has closed it', () => {
  expect(closedBy('2026-03-12', OPEN, [ROOF])).toEqual({ kind: 'studio', reason: 'Roof' });
  const away = { weekly: {}, overrides: [], closures: [{ ...ROOF, reason: 'Convention' }] } as never;
  expect(closedBy('2026-03-11', away, [])).toEqual({ kind: 'away', reason: 'Convention' });
  const off = { weekly: {}, overrides: [{ date: '2026-03-12', ranges: [] }], closures: [] } as never;
  expect(closedBy('2026-03-12', off, [])).toEqual({ kind: 'date' });
  expect(closedBy('2026-03-13', OPEN, [ROOF])).toEqual({ kind: 'weekday' });
  expect(closedBy('2026-03-19', OPEN, [ROOF])).toEqual({ kind: 'rest' });
});
