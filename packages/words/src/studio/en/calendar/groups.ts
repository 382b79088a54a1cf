import type { Counted, Told } from '../../../words.ts';

/** Groups and missions. */
export const groups = {
  title: 'Groups and missions',
  lead: 'People who have calendars together. A calendar is shared with a group; each member sees it as their place there says.',
  add: 'New group',
  addLead: 'A mission is a group for a time: a convention, a guest spot.',
  kind: 'Kind',
  kinds: { group: 'Group', mission: 'Mission' },
  name: 'Name',
  create: 'Create',
  none: 'There are no groups yet.',
  noneHint: 'Make one for a team, and share calendars with all of it at once.',
  noMembers: 'Nobody is in it yet.',
  addMember: 'Add somebody',
  levels: { busy: 'Sees busy times', read: 'Reads', write: 'Reads and writes' },
  levelOf: ({ name }: Told<'name'>) => `What ${name} may do here`,
  takeOut: ({ name }: Told<'name'>) => `Take ${name} out`,
  remove: ({ name }: Told<'name'>) => `Remove “${name}”`,
  removeTitle: ({ name }: Told<'name'>) => `Remove “${name}”?`,
  removeLead: 'Its calendars stay with their owners; they are shared with it no longer.',
  removeConfirm: 'Remove',
  members: ({ count }: Counted) => (count === 1 ? '1 person' : `${count} people`),
};
