import { fetchPicture } from '@atelier/providers/http/fetch-picture';
import type { FetchPicture } from '@atelier/providers/port/picture';
import { openHttp } from '../push/open-http.ts';

/** Pictures of strangers' mails, guarded like every address that a stranger names. @param allowPrivateHosts see ATELIER_ALLOW_PRIVATE_HOSTS */
export function openPictures(allowPrivateHosts: string): FetchPicture {
  const http = openHttp(allowPrivateHosts);
  return (address) => fetchPicture(http, address);
}
