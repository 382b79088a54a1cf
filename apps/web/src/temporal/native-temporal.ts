import script from 'virtual:temporal-script';

// Most browsers have it. Where one has not, it comes before anything that counts on it, and nobody else fetches it.
if (!('Temporal' in globalThis)) await import(/* @vite-ignore */ script);

export const { Temporal } = globalThis;
