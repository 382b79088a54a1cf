import type { Fields } from './graph-store.ts';

/** One request, or one part of a batch. */
export interface Asked {
  readonly method: string;
  /** Behind the version, decoded: `/me/calendars/C/events/E`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Fields | null;
  /** A body that is no JSON. */
  readonly text?: string;
  /** Inside a `$batch`. */
  readonly inBatch: boolean;
}

/** Habits that work on a quiet day and cost somebody something on another; each complaint names the request. */
export function habitsIn(asked: Asked): readonly string[] {
  const { method, path, headers, query, body } = asked;
  const complain = (text: string): string => `${method} ${path}: ${text}`;
  const prefer = headers['prefer'] ?? '';
  const changes = method === 'PATCH' || method === 'DELETE';
  const ofEvent = /\/events\/[^/]+$/.test(path);
  return [
    ...(path === '/$batch' || prefer.includes('IdType="ImmutableId"') ? [] : [complain('ids that change')]),
    ...(asked.inBatch || headers['client-request-id'] ? [] : [complain('no client-request-id')]),
    ...(changes && ofEvent && !headers['if-match'] ? [complain('written without a condition')] : []),
    ...(method === 'POST' && path.endsWith('/events') && !body?.['transactionId']
      ? [complain('created without a transactionId')]
      : []),
    ...(method !== 'GET' && body && 'attendees' in body ? [complain('guests written')] : []),
    ...(path.endsWith('/calendarView/delta') &&
    ['$select', '$expand', '$filter', '$orderby'].some((name) => query.has(name))
      ? [complain('a delta that is narrowed')]
      : []),
    ...(path.startsWith('/me/events/') ? [complain('an event addressed past its calendar')] : []),
  ];
}

/** What a PATCH says again although nobody changed it. */
export function repeatedFields(body: Fields, there: Fields): readonly string[] {
  return Object.keys(body).filter(
    (name) => name in there && JSON.stringify(body[name]) === JSON.stringify(there[name]),
  );
}
