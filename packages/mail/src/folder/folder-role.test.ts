import { describe, expect, it } from 'vitest';
import { guessRole, settleRoles } from './folder-role.ts';

const role = (path: string, attributes: readonly string[] = [], delimiter = '/') =>
  guessRole({ path, delimiter, attributes })?.role ?? null;

describe('what folders are for', () => {
  it.each([
    ['INBOX', 'inbox'],
    ['inbox', 'inbox'],
    ['Envoyé', 'sent'],
    ['Éléments envoyés', 'sent'],
    ['E\u0301le\u0301ments envoye\u0301s', 'sent'],
    ['Gesendete Elemente', 'sent'],
    ['Posta inviata', 'sent'],
    ['Brouillons', 'drafts'],
    ['Entwürfe', 'drafts'],
    ['Corbeille', 'trash'],
    ['Papierkorb', 'trash'],
    ['Deleted Items', 'trash'],
    ['Courrier indésirable', 'junk'],
    ['Archives', 'archive'],
    ['INBOX/Sent', 'sent'],
    ['Sent to clients', null],
    ['Clients/Sent', null],
  ])('M1: %s is %s', (path, expected) => {
    expect(role(path)).toBe(expected);
  });

  it('M1: what the server says goes before what a folder is called', () => {
    expect(role('Old', ['\\HasNoChildren', '\\Sent'])).toBe('sent');
    expect(role('[Gmail]/Alle Nachrichten', ['\\All'])).toBe('all');
    expect(role('INBOX.Sent', [], '.')).toBe('sent');
  });

  it('M1: of two that claim a role, the one that the server names has it, else the fuller one', () => {
    const sent = { role: 'sent', by: 'name' } as const;
    const two = [
      { path: 'Sent', messages: 1, ...sent },
      { path: 'Sent Messages', messages: 9, ...sent },
    ];
    expect([...settleRoles(two)]).toEqual([['Sent Messages', 'sent']]);
    const told = { path: 'Envoyés', messages: 0, role: 'sent', by: 'attribute' } as const;
    expect([...settleRoles([...two, told])]).toEqual([['Envoyés', 'sent']]);
  });
});
