/** What a refusal means in general, for languages the server does not speak. */
export const refusal = {
  invalid: 'This cannot be right.',
  forbidden: 'You may not do this.',
  'not-found': 'This is not there any more.',
  conflict: 'This clashes with what is there already.',
  unverified: 'A calendar does not answer, so this could not be checked.',
  mismatch: 'This does not fit what was sent before.',
  'too-many': 'Too many at once. Wait a moment and try again.',
  provider: 'The provider refused it or did not answer.',
  offline: 'Atelier does not answer.',
  offlineHint: 'Check your connection; nothing was changed.',
  unforeseen: 'Something went wrong; nothing was changed.',
};
