import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createFaultPlan, type FaultPlan } from './faults/fault.ts';
import { close, listen } from './http/http-listener.ts';
import type { Service } from './http/http-service.ts';
import { createRequestLog, type RequestRecord } from './http/request-log.ts';
import { type LoginPages, loginPages } from './login/login-pages.ts';
import { createDavPush, type DavPush } from './push/dav-push.ts';
import { type WebhookListeners, webhookListeners } from './push/webhook-listeners.ts';
import type { CalendarStore } from './store/calendar-store.ts';
import { loadStore, saveStore } from './store/store-snapshot.ts';
import { type StoreHandle, storeHandle } from './store-handle.ts';
import {
  calendarPath,
  homePath,
  type LayoutName,
  layouts,
  objectPath,
  principalPath,
} from './wire/layout.ts';

export interface SandboxOptions {
  /** 0, the default, lets the system choose; a restart then keeps what was chosen. */
  readonly port?: number;
  /** Loopback by default. `0.0.0.0` lets a phone in. */
  readonly host?: string;
  readonly layout?: LayoutName;
  /** What becomes of an unknown user name with a known password: 401, or Infomaniak's echo. */
  readonly names?: 'strict' | 'echo';
  readonly maxBodyBytes?: number;
  readonly now?: () => Temporal.Instant;
  readonly newId?: () => string;
  /** From 0 to below 1; decides faults that strike by chance. */
  readonly random?: () => number;
  readonly pause?: (ms: number) => Promise<unknown>;
  /** It tells of changes by WebDAV-Push. */
  readonly push?: boolean;
  /** A Nextcloud with the app that tells other servers of what happens in it. */
  readonly webhooks?: boolean;
  /** What `save()` of an earlier sandbox gave. */
  readonly saved?: string;
}

/** A CalDAV server on this machine, and a hand inside it. */
export interface Sandbox extends AsyncDisposable, StoreHandle {
  readonly port: number;
  /** `http://127.0.0.1:PORT`, without a slash: what a person types before discovery. */
  readonly origin: string;
  /** The DAV root, with a slash: where discovery starts. */
  readonly url: string;
  readonly faults: FaultPlan;
  /** Null where it tells nobody of changes. */
  readonly push: DavPush | null;
  readonly webhooks: WebhookListeners | null;
  /** Null but in the layout of Nextcloud. */
  readonly login: LoginPages | null;
  readonly requests: readonly RequestRecord[];
  readonly blindWrites: readonly RequestRecord[];
  clearRequests(): void;
  homeUrl(user: string): string;
  principalUrl(user: string): string;
  calendarUrl(user: string, calendar: string): string;
  objectUrl(user: string, calendar: string, name: string): string;
  /** Everything stored, as text: a later sandbox takes it as `saved`, and clients notice nothing. */
  save(): string;
  /** Closes the socket and every connection; what is stored stays. */
  stop(): Promise<void>;
  /** Listens again, on the same port. */
  start(): Promise<void>;
}

const MAX_BODY = 64 * 1024 * 1024;

/** Starts a server without users or calendars. Rejects where the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const layout = layouts[options.layout ?? 'sabre'];
  const host = options.host ?? '127.0.0.1';
  let port = options.port ?? 0;
  let server: Server | null = null;
  const origin = () => `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
  const users: CalendarStore['users'] = new Map();
  const now = options.now ?? Temporal.Now.instant;
  const webhooks = options.webhooks === true ? webhookListeners({ users, now }) : null;
  const store: CalendarStore = {
    users,
    now,
    newId: options.newId ?? randomUUID,
    push: options.push === true ? createDavPush(options.newId ?? randomUUID) : null,
    told: webhooks?.changed ?? null,
  };
  const service: Service = {
    store,
    webhooks,
    login: options.layout === 'nextcloud' ? loginPages(store, origin) : null,
    layout,
    faults: createFaultPlan(options.random ?? Math.random),
    log: createRequestLog(),
    names: options.names ?? 'strict',
    maxBodyBytes: options.maxBodyBytes ?? MAX_BODY,
    pause: options.pause ?? pause,
    origin,
  };
  const start = async () => {
    if (server) return;
    server = await listen(service, host, port);
    ({ port } = server.address() as AddressInfo);
  };
  const stop = async () => {
    const closing = server;
    server = null;
    if (closing) await close(closing);
  };
  if (options.saved !== undefined) loadStore(service.store, options.saved);
  await start();
  return {
    get port() {
      return port;
    },
    get origin() {
      return origin();
    },
    get url() {
      return origin() + layout.root;
    },
    faults: service.faults,
    push: service.store.push,
    webhooks,
    login: service.login,
    requests: service.log.requests,
    blindWrites: service.log.blindWrites,
    clearRequests: service.log.clear,
    ...storeHandle(service.store),
    homeUrl: (user) => origin() + homePath(layout, user),
    principalUrl: (user) => origin() + principalPath(layout, user),
    calendarUrl: (user, calendar) => origin() + calendarPath(layout, user, calendar),
    objectUrl: (user, calendar, name) => origin() + objectPath(layout, user, calendar, name),
    save: () => saveStore(service.store),
    stop,
    start,
    [Symbol.asyncDispose]: stop,
  };
}
