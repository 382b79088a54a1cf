/** A worker of a version of the app, as far as it is talked to. */
interface Talking {
  postMessage(message: unknown, transfer?: Transferable[]): void;
}

const PATIENCE_MS = 3_000;

/** Whether the page that is open is of the version that a worker brings: it knows every script of its own. */
export function isOfThisVersion(worker: Talking, script: string): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const settle = (same: boolean) => {
      clearTimeout(timer);
      port1.close();
      resolve(same);
    };
    // A worker that says nothing is one that nobody has to reload for.
    const timer = setTimeout(() => settle(true), PATIENCE_MS);
    port1.onmessage = ({ data }) => settle(data === true);
    worker.postMessage(script, [port2]);
  });
}
