/** Where a client opens their idea. */
export function inquiryAddress(url: string, token: string): string {
  return withHost(url, `/idea/${token}`);
}

/** Where the studio looks at it. */
export function studioInquiryAddress(url: string, id: string): string {
  return withHost(url, `/inquiries/${id}`);
}

/** Where the client of an idea opens the booking of one session. */
export function sessionAddress(url: string, token: string, session: number): string {
  return withHost(url, `/booking/${token}.${session}`);
}

function withHost(url: string, path: string): string {
  return new URL(path, url).href;
}
