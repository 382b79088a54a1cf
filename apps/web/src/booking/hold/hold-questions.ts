import { isRefusal } from '../../api/api-error.ts';
import type { ApiClient } from '../../api/client.ts';
import type { HoldQuestions } from './hold-keeper.ts';

export function holdQuestions(client: ApiClient, origin: string): HoldQuestions {
  return {
    hold: (wanted, token) => client.booking.hold.mutate({ ...wanted, ...(token ? { hold: token } : {}) }),
    check: (wanted, token) => client.booking.check.query({ ...wanted, ...(token ? { hold: token } : {}) }),
    extend: (token) => client.booking.extendHold.mutate({ hold: token }),
    // Not through the client: `keepalive` lets it arrive after the page is gone.
    async release(token) {
      await fetch(`${origin}/trpc/booking.releaseHold`, {
        method: 'POST',
        keepalive: true,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ json: { hold: token } }),
      });
    },
    isRefusal,
  };
}
