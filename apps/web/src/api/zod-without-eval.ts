import { config } from 'zod/v4';

// It would compile its checks with eval, which the Content-Security-Policy refuses.
config({ jitless: true });

export * from 'zod/v4';
