import type { Told } from '../../words.ts';

/** What an organizer is told by the mail that brings an answer to their invitation. */
export const invitation = {
  subject: {
    accepted: ({ title }: Told<'title'>) => `Accepted: ${title}`,
    tentative: ({ title }: Told<'title'>) => `Perhaps: ${title}`,
    declined: ({ title }: Told<'title'>) => `Declined: ${title}`,
  },
  lead: {
    accepted: ({ name, title }: Told<'name' | 'title'>) => `${name} accepts the invitation “${title}”.`,
    tentative: ({ name, title }: Told<'name' | 'title'>) =>
      `${name} may come, but does not know yet: “${title}”.`,
    declined: ({ name, title }: Told<'name' | 'title'>) => `${name} declines the invitation “${title}”.`,
  },
  untitled: 'Invitation',
};
