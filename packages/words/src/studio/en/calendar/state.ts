export const state = {
  off: 'Not kept in step',
  new: 'Waiting for the first sync',
  syncing: 'Syncing',
  ok: 'In step',
  held: 'Waiting for a decision',
  failing: 'Having trouble',
  credentials: 'Not let in',
  gone: 'Gone at the provider',
  local: 'In Atelier only',
  explained: {
    off: 'This calendar is known, and left alone.',
    new: 'The first sync begins in a moment.',
    syncing: 'Changes are being fetched right now.',
    ok: 'Everything at the provider is here too.',
    held: 'The provider suddenly lists fewer events. Nothing was removed here; a person decides.',
    failing: 'The last sync did not get through. It is tried again by itself; nothing was lost.',
    credentials:
      'The server lets the account in no longer. It is stopped until a new password is entered, or somebody signs in again.',
    gone: 'The provider does not know this calendar any more. The copies here are kept.',
    local: 'This calendar lives in Atelier and needs no provider.',
  },
};
