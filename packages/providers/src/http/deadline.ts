import { tookTooLong } from './classify.ts';

/** Aborts with a ProviderFailure after so many milliseconds, unless it is disposed of before. */
export function startDeadline(ms: number): Disposable & { readonly signal: AbortSignal } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(tookTooLong()), ms);
  return { signal: controller.signal, [Symbol.dispose]: () => clearTimeout(timer) };
}
