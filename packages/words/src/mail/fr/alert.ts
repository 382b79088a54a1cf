import { de } from '../../elision.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/alert.ts';

export const alert: Words<typeof en.alert> = {
  broken: {
    subject: ({ name }) => `Les agendas ${de(name)} ne sont plus synchronisés`,
    lead: ({ name, host, owner, since }) =>
      `Le compte « ${name} » (${host}, ${owner}) ne répond plus comme il faut depuis le ${since}.`,
    kept: 'Tout ce qui était ici reste, et l’agenda continue. Les changements faits ici attendent et partiront dès que le compte répondra.',
    again: 'Vous recevrez encore un message, quand tout remarchera.',
  },
  healed: {
    subject: ({ name }) => `Les agendas ${de(name)} sont de nouveau synchronisés`,
    lead: ({ name, host, owner }) =>
      `Le compte « ${name} » (${host}, ${owner}) répond de nouveau. Ce qui attendait est parti ; il n’y a rien à faire.`,
  },
};
