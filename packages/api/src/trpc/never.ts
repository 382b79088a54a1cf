/** Whoever asks without a socket is never taken away. */
export const NEVER = new AbortController().signal;
