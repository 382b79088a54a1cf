/** What this browser can tell of, and whether it may. */
export type PushStanding =
  | { readonly state: 'unable' | 'forbidden' }
  | { readonly state: 'off' }
  | { readonly state: 'on'; readonly endpoint: string };

/** The app is put on the device when its first page is live, which may be this one. */
const PATIENCE_MS = 8_000;

/** The worker that shows notifications, when it is there; null where there will be none, as on pages without TLS. */
async function worker(): Promise<ServiceWorkerRegistration | null> {
  if (!isAble()) return null;
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  return Promise.race([navigator.serviceWorker.ready, late]);
}

function isAble(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

export async function pushStanding(): Promise<PushStanding> {
  const registration = await worker();
  if (!registration) return { state: 'unable' };
  const subscription = await registration.pushManager.getSubscription();
  if (subscription) return { state: 'on', endpoint: subscription.endpoint };
  return { state: Notification.permission === 'denied' ? 'forbidden' : 'off' };
}

export interface PushPlace {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** Asks the person, then the browser's push service. Call it in answer to a tap: browsers ask nobody otherwise. */
export async function reachThisBrowser(publicKey: string): Promise<PushPlace | null> {
  const registration = await worker();
  if (!registration || (await Notification.requestPermission()) !== 'granted') return null;
  const { pushManager } = registration;
  const asked = { userVisibleOnly: true, applicationServerKey: publicKey };
  const subscription = await pushManager.subscribe(asked).catch(async () => {
    // One of an earlier key is in the way.
    await (await pushManager.getSubscription())?.unsubscribe();
    return pushManager.subscribe(asked);
  });
  const { endpoint, keys } = subscription.toJSON();
  const { p256dh, auth } = keys ?? {};
  return endpoint && p256dh && auth ? { endpoint, p256dh, auth } : null;
}

/** @returns where it was reached; null where it was not. */
export async function leaveThisBrowser(): Promise<string | null> {
  if (!isAble()) return null;
  const registration = await navigator.serviceWorker.getRegistration('/');
  const subscription = await registration?.pushManager.getSubscription();
  await subscription?.unsubscribe();
  return subscription?.endpoint ?? null;
}
