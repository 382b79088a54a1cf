import { createContext, useContext } from 'react';
import type { Me } from '../api/answers.ts';

export const MeContext = createContext<Me | null>(null);

/** Who is signed in. Inside the shell there is always somebody. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe is for pages inside the shell');
  return me;
}
