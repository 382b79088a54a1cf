/** Calls in one request, or in one message of a socket. Our own pages never put more together. */
export const MOST_CALLS = 20;
