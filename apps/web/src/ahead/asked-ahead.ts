declare global {
  interface Window {
    /** By address: what `ahead.ts` asked while the scripts of the page were still on their way. */
    askedAhead?: Map<string, Promise<Response>>;
  }
}

/** Later than this, an answer from the beginning that nobody has taken is out of date. */
const TAKEN_WITHIN_MS = 20_000;

/** Fetches, but for what is being fetched already: that is given once. */
export const fetchOrTake: typeof fetch = (input, init) => {
  if (performance.now() > TAKEN_WITHIN_MS) delete window.askedAhead;
  const address = String(input);
  const asked = window.askedAhead?.get(address);
  window.askedAhead?.delete(address);
  return asked ?? fetch(input, init);
};
