import { useState } from 'react';

/** True from the first time that something is so: what is fetched when it is first opened stays for when it closes. */
export function useEver(so: boolean): boolean {
  const [ever, setEver] = useState(so);
  if (so && !ever) setEver(true);
  return ever || so;
}
