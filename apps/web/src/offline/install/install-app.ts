import { isOfThisVersion } from './app-version.ts';

interface InstallOptions {
  /** A newer version than the one that is open is there; `reload` shows it. */
  readonly onNewVersion: (reload: () => void) => void;
}

/**
 * Puts the app on the device, so that it opens without a network, and says when there is a newer one. Browsers do it on
 * pages that came by TLS, and on the machine itself.
 * @returns looks whether there is a newer one.
 */
export async function installApp({ onNewVersion }: InstallOptions): Promise<(() => void) | null> {
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
  if (!serviceWorker || !import.meta.env.PROD) return null;
  const registration = await serviceWorker.register('/sw.js').catch(() => null);
  if (!registration) return null;
  const look = async (worker: ServiceWorker | null) => {
    // The first one takes over by itself.
    if (worker?.state !== 'installed' || !serviceWorker.controller) return;
    if (await isOfThisVersion(worker, ownScript())) return worker.postMessage('take-over');
    onNewVersion(() => {
      serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      worker.postMessage('take-over');
    });
  };
  await look(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => void look(installing));
  });
  return () => void registration.update().catch(() => undefined);
}

/** The last one holds the names of all others, so that another version of any of them is another name of this one. */
function ownScript(): string {
  const script = [...document.querySelectorAll<HTMLScriptElement>('script[type="module"][src]')].at(-1);
  return script ? new URL(script.src).pathname : '';
}
