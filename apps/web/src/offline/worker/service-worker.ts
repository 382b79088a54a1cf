import { answeredBy } from './answered-by.ts';
import { type Notice, noticeIn, pathIn } from './notice.ts';
import type { WorkerScope } from './worker-scope.ts';

/** Put in by the build (`shell-worker.ts`): every file of the app, and what tells one version from another. */
declare const __SHELL__: { readonly version: string; readonly files: readonly string[] };

const scope = globalThis as unknown as WorkerScope;
const shell = __SHELL__;
const files = new Set(shell.files);
const PREFIX = 'atelier-shell-';
const NAME = `${PREFIX}${shell.version}`;
/** After this long without an answer the page that is here is better than none. */
const PATIENCE_MS = 4_000;

// A version takes over when the page says so, not in the middle of somebody's work.
scope.addEventListener('install', (event) => event.waitUntil(fill()));
scope.addEventListener('activate', (event) => event.waitUntil(takeOver()));
scope.addEventListener('message', ({ data, ports: [answer] }) => {
  if (data === 'take-over') void scope.skipWaiting();
  // A page asks whether it is of this version, by the name of its script.
  else if (typeof data === 'string') answer?.postMessage(files.has(data));
});
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const by = answeredBy(request, scope.location.origin, files);
  if (by === 'page') event.respondWith(page(request));
  if (by === 'file') event.respondWith(file(request));
});

scope.addEventListener('push', (event) => event.waitUntil(show(noticeIn(event.data))));
scope.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(pathIn(event.notification.data)));
});

/** Whatever comes is shown: browsers take the permission away from pages that are told and show nothing. */
function show({ id, title, body, path }: Notice): Promise<void> {
  const look = { icon: '/icon-192.png', badge: '/badge.png' };
  return scope.registration.showNotification(title, { ...look, body, tag: id, data: path });
}

/** The page that is open goes there by itself, with all that it has; otherwise one is opened. */
async function open(path: string): Promise<void> {
  const [page] = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!page) return void (await scope.clients.openWindow(path));
  await page.focus();
  page.postMessage({ open: path });
}

async function fill(): Promise<void> {
  const cache = await caches.open(NAME);
  // Files with a hash in their name never change; the rest is asked for anew.
  await cache.addAll(
    shell.files.map((path) => new Request(path, path.startsWith('/assets/') ? {} : { cache: 'reload' })),
  );
}

/** The version before stays: a page of it that is still open finds the rest of its files. */
async function takeOver(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
  await scope.clients.claim();
}

/** As the server has it; without the server as it was. */
async function page(request: Request): Promise<Response> {
  const kept = await caches.match('/', { cacheName: NAME });
  const fresh = fetch(request);
  if (!kept) return fresh;
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const first = await Promise.race([fresh, late]).catch(() => null);
  // A proxy whose server is away, and a server whose database is.
  return first && first.status < 502 ? first : kept;
}

async function file(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  return (
    (await caches.match(pathname, { cacheName: NAME })) ?? (await caches.match(pathname)) ?? fetch(request)
  );
}
