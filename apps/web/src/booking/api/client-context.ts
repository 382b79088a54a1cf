import { createContext, use } from 'react';
import type { ApiClient } from '../../api/client.ts';
import type { ServerClock } from './server-clock.ts';

export interface Api {
  readonly client: ApiClient;
  readonly clock: ServerClock;
}

export const ApiContext = createContext<Api | null>(null);

export function useApi(): Api {
  const api = use(ApiContext);
  if (!api) throw new Error('no API above this component');
  return api;
}
