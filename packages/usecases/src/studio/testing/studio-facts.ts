import type { Studio } from '../studio.ts';

/** A studio that has told everything. For tests. */
export function aStudio(more: Partial<Studio> = {}): Studio {
  return {
    name: 'Studio Nord',
    address: 'Rue du Lac 1\n1201 Genève',
    phone: '+41 22 555 01 02',
    zone: 'Europe/Zurich',
    language: 'en',
    sender: 'hello@studio.example.org',
    senderRead: true,
    replies: 'artist',
    url: 'https://studio.example.org',
    mail: 'ready',
    standing: 'told',
    ...more,
  };
}
