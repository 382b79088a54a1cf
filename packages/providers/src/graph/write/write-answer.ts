import { fieldOf } from '../../json.ts';
import type { WriteRefused } from '../../port/writes.ts';
import type { GraphClient } from '../wire/graph-client.ts';
import { type GraphAnswer, isMissing } from '../wire/graph-failure.ts';

/** What a refused write means; throws what is no answer about the object. */
export function refusalOf(client: GraphClient, answer: GraphAnswer): 'changed' | 'gone' | WriteRefused {
  const { status } = answer;
  if (status === 412 || status === 409) return 'changed';
  if (isMissing(answer)) return 'gone';
  if (status === 403) return READ_ONLY;
  if (status === 413) return tooLarge();
  if (status === 400 || status === 415 || status === 422) return invalid(answer);
  throw client.failure(answer);
}

const READ_ONLY: WriteRefused = {
  outcome: 'refused',
  reason: 'read-only',
  message: 'This calendar may only be read, so the change was not stored.',
  hint: 'Ask whoever owns the calendar for the right to change it.',
};

function tooLarge(): WriteRefused {
  return {
    outcome: 'refused',
    reason: 'too-large',
    message: 'The calendar server refuses this event: it is too large.',
    hint: 'Shorten its description.',
  };
}

/** What the server says is for programmers; it is quoted, for nobody knows better what it means. */
function invalid({ body, code }: GraphAnswer): WriteRefused {
  if (code === 'erroroccurrencecrossingboundary') return CROSSES;
  const said = fieldOf(fieldOf(body, 'error'), 'message');
  const quoted =
    typeof said === 'string'
      ? said.replace(/\s+/g, ' ').slice(0, 200).replace(/\.$/, '')
      : 'it does not say why';
  return {
    outcome: 'refused',
    reason: 'invalid',
    message: `The calendar server refuses this event: ${quoted}.`,
    hint: 'Change the event, or take your change back.',
  };
}

const CROSSES: WriteRefused = {
  outcome: 'refused',
  reason: 'invalid',
  message:
    'The calendar server refuses this event: one date of the series would lie on the day of another, or behind it.',
  hint: 'Keep it between its neighbours, or take it out of the series and make it a single event.',
};
