/**
 * What starting took and nobody needs any more goes back to the machine, before anybody is served: V8 would keep it until
 * it is short of memory itself, which an idle process never is. Only where `--expose-gc` lets it.
 */
export function giveBackMemory(): void {
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
