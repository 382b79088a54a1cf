import { statement } from '../statement.ts';

export const moveHorizon = statement({
  text: 'UPDATE calendar SET horizon_from = $from, horizon_to = $to WHERE id = $id',
  params: { id: 'uuid', from: 'timestamptz', to: 'timestamptz' },
  row: {},
});
