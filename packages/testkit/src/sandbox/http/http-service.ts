import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Effect, effectFinder } from '../faults/effect.ts';
import type { DavRequest } from '../faults/exchange.ts';
import type { FaultPlan } from '../faults/fault.ts';
import { aliasedPath, insteadOf, isInsteadEffect, isMaze } from '../faults/instead-effect.ts';
import { applyTextEffects } from '../faults/text-effect.ts';
import type { LoginService } from '../login/login-pages.ts';
import { dispatch } from '../methods/dispatch.ts';
import type { WebhookService } from '../push/webhook-listeners.ts';
import { type CalendarStore, recreateCalendar, type StoredUser } from '../store/calendar-store.ts';
import { type Answer, empty, failure, multistatus, responseMarkup, statusMarkup } from '../wire/answer.ts';
import type { Layout } from '../wire/layout.ts';
import { authenticate } from './authentication.ts';
import { cutOff, deliver } from './delivery.ts';
import type { OpenRecord, RequestLog } from './request-log.ts';
import { readRequest } from './request-reader.ts';

/** All that serving a request needs; nothing of it belongs to one listening socket. */
export interface Service {
  readonly store: CalendarStore;
  readonly layout: Layout;
  readonly faults: FaultPlan;
  readonly log: RequestLog;
  /** Null where the server has no sign-in pages. */
  readonly login: LoginService | null;
  /** Null where nobody is told of what happens in the instance. */
  readonly webhooks: WebhookService | null;
  readonly names: 'strict' | 'echo';
  readonly maxBodyBytes: number;
  readonly pause: (ms: number) => Promise<unknown>;
  readonly origin: () => string;
}

/** Serves one request from its first byte to the last of its answer, faults included. */
export async function serve(
  service: Service,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(incoming.url ?? '/', service.origin());
  for (const pages of [service.login, service.webhooks])
    if (pages?.serves(pathname) === true) return pages.serve(incoming, response);
  const request = await readRequest(incoming, service.layout, service.maxBodyBytes);
  if (!request) {
    const tooLarge = failure(413, 'The body is too large.');
    response.writeHead(tooLarge.status, { ...tooLarge.headers, connection: 'close' }).end(tooLarge.body);
    return;
  }
  const effects = effectsFor(service, request);
  const effect = effectFinder(effects);
  const user = authenticate(service.store, request.headers.authorization, service.names);
  const record = openRecord(service, request, user, effects);
  const { pause } = service;
  await pauseBefore(effect('delay')?.ms, pause);
  if (effect('reset')?.at === 'before') return cutOff(response);
  if (effect('stall')?.at === 'request') return;
  const answer = await answerTo(service, request, user, effects);
  if (effect('stall')?.at === 'answer') return;
  if (effect('reset')?.at !== 'answer') record.status = answer.status;
  await deliver(response, answer, { effect, pause, count: (bytes) => (record.answerBytes += bytes) });
}

/** A redirect does not strike again where it has led to. */
function effectsFor({ faults, layout }: Service, request: DavRequest): readonly Effect[] {
  if (isMaze(request.path)) return [{ kind: 'redirect', status: 302, to: 'endless' }];
  const drawn = [...faults.draw(request), ...layout.habits];
  if (aliasedPath(request.path) === null) return drawn;
  return drawn.filter((effect) => effect.kind !== 'redirect');
}

const pauseBefore = async (ms: number | undefined, pause: Service['pause']): Promise<void> => {
  if (ms !== undefined) await pause(ms);
};

function openRecord(
  { store, log }: Service,
  { method, path, headers, depth, dav, body, target }: DavRequest,
  user: StoredUser | null,
  effects: readonly Effect[],
): OpenRecord {
  const record: OpenRecord = {
    method,
    path,
    status: null,
    depth,
    ifMatch: headers['if-match'] ?? null,
    ifNoneMatch: headers['if-none-match'] ?? null,
    body: dav === null || dav === 'unreadable' ? dav : dav.kind,
    user: user?.name ?? null,
    requestBytes: body.length,
    answerBytes: 0,
    at: store.now(),
    effects: effects.map((effect) => effect.kind),
  };
  log.add(record, target.kind === 'object');
  return record;
}

async function answerTo(
  service: Service,
  request: DavRequest,
  user: StoredUser | null,
  effects: readonly Effect[],
): Promise<Answer> {
  const effect = effectFinder(effects);
  await act(effects, 'before');
  if (effect('recreated')) recreate(service.store, user, request);
  const instead = insteadAnswer(effects, request);
  if (instead && effect('status')?.applied !== true) return instead;
  const answer = spelt(trueAnswer(service, request, user, effects), effects, service.origin(), request.path);
  await act(effects, 'after');
  return instead ?? answer;
}

async function act(effects: readonly Effect[], when: 'before' | 'after'): Promise<void> {
  for (const effect of effects) if (effect.kind === 'meanwhile' && effect.when === when) await effect.act();
}

function recreate(store: CalendarStore, user: StoredUser | null, { target }: DavRequest): void {
  const calendar = 'calendar' in target ? user?.calendars.get(target.calendar) : undefined;
  if (calendar) recreateCalendar(store, calendar);
}

function insteadAnswer(effects: readonly Effect[], request: DavRequest): Answer | null {
  const effect = effects.find(isInsteadEffect);
  return effect ? insteadOf(effect, request) : null;
}

function trueAnswer(
  { store, layout, origin }: Service,
  request: DavRequest,
  user: StoredUser | null,
  effects: readonly Effect[],
): Answer {
  if (request.target.kind === 'well-known') return empty(301, { location: layout.root });
  if (!user) return layout.partition === null ? unauthorized : twoChallenges;
  return dispatch({ request, store, layout, user, origin, effect: effectFinder(effects) });
}

const denied = failure(401, 'Sign in with a name and a password.');
const unauthorized: Answer = {
  ...denied,
  headers: { ...denied.headers, 'www-authenticate': 'Basic realm="Sandbox", charset="UTF-8"' },
};

/** iCloud names a scheme of its own last, and a client that takes the last one is lost. */
const twoChallenges: Answer = {
  ...denied,
  headers: {
    ...denied.headers,
    'www-authenticate': 'Basic realm="MMCalDav", X-MobileMe-AuthToken realm="MMCalDav"',
  },
};

/** With faults in play an answer is made whole, so that what happens `after` cannot reach into it. */
function spelt(answer: Answer, effects: readonly Effect[], origin: string, path: string): Answer {
  if (effects.length === 0) return answer;
  const failed = answer.status >= 400 && effects.some((effect) => effect.kind === 'errors-as-207');
  const whole = typeof answer.body === 'string' ? answer.body : [...answer.body].join('');
  const body = applyTextEffects(whole, effects, origin);
  return failed ? asMember(answer.status, body, path) : { ...answer, body };
}

/** As Xandikos puts it: the error of the one resource, inside a 207 that looks like success. */
function asMember(status: number, body: string, path: string): Answer {
  const error = /<d:error[^>]*>([\s\S]*)<\/d:error>/.exec(body)?.[1] ?? '';
  return multistatus([responseMarkup(path, `${statusMarkup(status)}<d:error>${error}</d:error>`)]);
}
