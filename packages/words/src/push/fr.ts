import type { Words } from '../words.ts';
import type { push as en } from './en.ts';

export const push: Words<typeof en> = {
  request: {
    title: 'Une demande attend une réponse',
    titleOf: ({ client }) => `${client} demande un rendez-vous`,
    body: ({ artist, when }) => `${artist}, ${when}`,
  },
  idea: {
    title: 'Une idée attend une réponse',
    titleOf: ({ client }) => `${client} décrit une idée`,
    body: 'Répondez avec un prix et des dates.',
  },
  reminder: {
    untitled: 'Un événement commence bientôt',
    body: ({ when }) => `${when}`,
  },
  trouble: {
    title: 'Des agendas ne sont pas à jour',
    body: ({ name }) => `Le compte « ${name} » ne répond pas comme il faut.`,
    hidden: 'Un compte ne répond pas comme il faut.',
  },
  test: {
    title: 'Les notifications fonctionnent',
    body: 'Voici à quoi elles ressemblent sur cet appareil.',
  },
};
