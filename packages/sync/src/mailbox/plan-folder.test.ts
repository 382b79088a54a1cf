import type { MailFolderRow } from '@atelier/database/mailbox/folder-store';
import { describe, expect, it } from 'vitest';
import { isDoubtful, isQuiet, planFolder } from './plan-folder.ts';

const NOW = new Date('2026-03-10T09:00:00Z');
const known: MailFolderRow = {
  id: 'f',
  accountId: 'a',
  path: 'INBOX',
  name: 'INBOX',
  delimiter: '/',
  role: 'inbox',
  selectable: true,
  uidValidity: '1',
  uidNext: 10,
  highestModseq: '5',
  messages: 3,
  unseen: 0,
  knownFrom: 1,
  doubtedAt: null,
  comparedAt: NOW,
};
const told = { uidValidity: '1', uidNext: 10, messages: 3, unseen: 0, highestModseq: '5' };
const asked = { now: NOW, full: false };

describe('what a folder is looked at for', () => {
  it('M6: nothing, where the four numbers are those that were known', () => {
    expect(isQuiet(planFolder(known, told, asked))).toBe(true);
  });

  it('M1: what came or went, and flags, each by its own number', () => {
    expect(planFolder(known, { ...told, uidNext: 11, messages: 4 }, asked)).toMatchObject({
      list: true,
      flags: 'none',
    });
    expect(planFolder(known, { ...told, messages: 2 }, asked)).toMatchObject({ list: true });
    expect(planFolder(known, { ...told, highestModseq: '6' }, asked)).toMatchObject({
      list: false,
      flags: 'since',
    });
  });

  it('M1: servers that count no changes are asked for marks each time, for everything each hour', () => {
    const none = { ...told, highestModseq: null };
    expect(planFolder({ ...known, highestModseq: null }, none, asked).flags).toBe('marks');
    const before = { ...known, highestModseq: null, comparedAt: new Date('2026-03-10T07:59:00Z') };
    expect(planFolder(before, none, asked).flags).toBe('all');
  });

  it('M1: another UIDVALIDITY voids every UID', () => {
    expect(planFolder(known, { ...told, uidValidity: '2' }, asked)).toEqual({
      void: true,
      list: true,
      flags: 'none',
    });
  });

  it('M1: what was begun is ended, and what is asked for in full is', () => {
    expect(planFolder({ ...known, knownFrom: 5 }, told, asked).list).toBe(true);
    expect(planFolder(known, told, { ...asked, full: true })).toMatchObject({ list: true, flags: 'all' });
  });

  it('S8: a listing that lacks much is looked at twice, but where people throw away', () => {
    expect(isDoubtful(known, { known: 100, gone: 60 })).toBe(true);
    expect(isDoubtful(known, { known: 100, gone: 40 })).toBe(false);
    expect(isDoubtful({ ...known, doubtedAt: NOW }, { known: 100, gone: 60 })).toBe(false);
    expect(isDoubtful({ ...known, role: 'trash' }, { known: 100, gone: 100 })).toBe(false);
    expect(isDoubtful(known, { known: 5, gone: 5 })).toBe(false);
  });
});
