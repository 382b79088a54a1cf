/** Where to go after signing in. Only our own pages: a link must not send people elsewhere with our look. */
export function wantedPage(to: string | undefined): string {
  if (!to || !to.startsWith('/') || /^\/[/\\]/.test(to) || to.startsWith('/sign-in')) return '/';
  return to;
}
