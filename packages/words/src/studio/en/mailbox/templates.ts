import type { Told } from '../../../words.ts';

/** Texts that are written again and again. */
export const templates = {
  title: 'Templates',
  lead: 'Texts that you write again and again; what stands in braces is filled in.',
  manage: 'Write and change templates',
  none: 'No templates yet. Prices, directions, how to care for a new tattoo: what is asked every day.',
  everybody: 'Everybody’s',
  add: 'New template',
  name: 'Name',
  subject: 'Subject',
  subjectHint: 'Where the mail has none yet.',
  text: 'Text',
  fields: '{client}, {firstname}, {studio} and {me} are filled in.',
  shared: 'For everybody in the studio',
  remove: ({ name }: Told<'name'>) => `Delete the template ${name}`,
};
