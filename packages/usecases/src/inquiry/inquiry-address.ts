/** Where a client opens their idea. */
export function inquiryAddress(publicUrl: string | null, token: string): string {
  return withHost(publicUrl, `/idea/${token}`);
}

/** Where the studio looks at it. */
export function studioInquiryAddress(publicUrl: string | null, id: string): string {
  return withHost(publicUrl, `/inquiries/${id}`);
}

/** Where the client of an idea opens the booking of one session. */
export function sessionAddress(publicUrl: string | null, token: string, session: number): string {
  return withHost(publicUrl, `/booking/${token}.${session}`);
}

function withHost(publicUrl: string | null, path: string): string {
  return publicUrl === null ? path : new URL(path, publicUrl).href;
}
