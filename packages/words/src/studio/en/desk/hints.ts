import type { Counted, Told } from '../../../words.ts';

export const hints = {
  lead: 'Some providers tell Atelier at once when something changes; the others are asked by the clock: every few minutes, and every 15 seconds while somebody looks.',
  none: 'No account is connected',
  noneHint: 'Connect one, and how its changes are heard of shows here.',
  noAddress: 'No provider can reach this Atelier',
  noAddressHint:
    'It has no public web address, so every calendar is asked by the clock. Nothing is missed by that; a change only takes a little longer to show. Whoever runs Atelier can set the address (ATELIER_PUBLIC_URL).',
  states: {
    told: 'Told at once',
    partly: 'Told of some calendars',
    doubtful: 'Not relied upon',
    asked: 'Being arranged',
    refused: 'Not told',
    clock: 'Asked by the clock',
    off: 'Switched off',
    'no-address': 'No public address',
  },
  explained: {
    told: 'The provider says at once when something changes.',
    partly:
      'Of some calendars the provider says at once when something changes; the others are asked by the clock.',
    doubtful:
      'A change came of which the provider had said nothing. It has been asked anew to tell, and until its next word the calendars are asked at their usual pace.',
    asked: 'The provider is being asked to tell of changes. This takes a minute at most.',
    refused:
      'The provider does not tell. It is asked to again by itself; until then the clock does the work.',
    clock: 'This provider tells nobody of changes, so its calendars are asked by the clock.',
    off: 'Somebody wants this account to be asked by the clock only.',
    'no-address': 'The calendars are asked by the clock.',
  },
  by: 'By',
  means: {
    'webdav-push': ({ count }: Counted) => (count === 1 ? 'WebDAV-Push' : `WebDAV-Push, ${count} calendars`),
    webhook: () => 'Webhooks of Nextcloud',
    graph: () => 'Notifications of Microsoft',
    google: ({ count }: Counted) => (count === 1 ? 'A channel of Google' : `${count} channels of Google`),
  },
  until: 'Arranged until',
  endless: 'no end',
  lastHeard: 'Last word',
  notYet: 'none yet',
  failure: 'Last refusal',
  refused:
    'It did not take the address at which it should tell of changes: it must reach this Atelier by https://. Some calendars, such as holidays, are never told of.',
  switchOff: 'Ask by the clock only',
  switchOffOf: ({ name }: Told<'name'>) => `Ask by the clock only: ${name}`,
  switchedOff: 'From now on this account is asked by the clock.',
  switchOn: 'Have changes told',
  switchOnOf: ({ name }: Told<'name'>) => `Have changes told: ${name}`,
  switchedOn: 'The provider is being asked; this takes a minute at most.',
};
