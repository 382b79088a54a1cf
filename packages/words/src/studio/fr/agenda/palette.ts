import type { StudioWords } from '../../en.ts';

export const palette: StudioWords['palette'] = {
  open: 'Tout trouver, tout faire',
  short: 'Trouver …',
  lead: 'Tapez ce que vous cherchez ou ce que vous voulez faire ; les flèches choisissent, Entrée l’exécute.',
  example: 'Une page, une date, un événement, ou « qui est libre 3 h à 14 h »',
  nothing: 'Rien de ce nom. Une date en toutes lettres ou les mots d’un événement conviennent aussi.',
  pages: 'Pages',
  actions: 'Dans l’agenda',
  people: 'Personnes',
  events: 'Événements',
  hide: ({ name }) => `Masquer ${name}`,
  goTo: ({ date }) => `Aller au ${date}`,
  eventsWith: ({ name }) => `Événements avec ${name}`,
  searchWith: ({ name }) => `avec:"${name}"`,
  whoIsFree: 'Qui est libre',
  sayWhen: 'Dites à quelle heure : « qui est libre 3 h à 14 h jeudi ».',
  freeAt: ({ when, length }) => `Qui est libre : ${when}, ${length}`,
  freeUnknown: 'Impossible de le savoir à l’instant. Réessayez dans un moment.',
  states: {
    free: 'Libre',
    unsure: 'Pas certain : un de ses agendas n’a pas donné de nouvelles récemment',
    taken: 'Pris',
  },
};
