import type { Told } from '../../words.ts';

export const invitation = {
  subject: {
    accepted: ({ title }: Told<'title'>) => `Accepté : ${title}`,
    tentative: ({ title }: Told<'title'>) => `Peut-être : ${title}`,
    declined: ({ title }: Told<'title'>) => `Décliné : ${title}`,
  },
  lead: {
    accepted: ({ name, title }: Told<'name' | 'title'>) => `${name} accepte l’invitation « ${title} ».`,
    tentative: ({ name, title }: Told<'name' | 'title'>) =>
      `${name} viendra peut-être, mais ne le sait pas encore : « ${title} ».`,
    declined: ({ name, title }: Told<'name' | 'title'>) => `${name} décline l’invitation « ${title} ».`,
  },
  untitled: 'Invitation',
};
