import type { ApiServices } from '../trpc/trpc.ts';
import { CALLBACK_PATH } from './sign-in-route.ts';

/** Where a provider's page sends people back to. @param here as the browser sees it; what the studio has told holds. */
export function redirectUri({ given }: ApiServices, here: string): string {
  return new URL(CALLBACK_PATH, given.url ?? here).href;
}
