import { says } from '../../sentence.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/events.ts';
import { sayReason } from '../kept-reason.ts';
import { readings } from './readings.ts';

export const events: Words<typeof en.events> = {
  'no-event': () => says('Cet événement n’existe pas (ou plus).'),
  'event-gone': () => says('Cet événement n’est plus là.'),
  'event-empty': () => says('Il ne reste rien de cet événement.'),
  'event-id-taken': () => says('Un autre événement a déjà cet identifiant.'),
  'event-overtaken': () =>
    says(
      'Cet événement a changé entre-temps ; votre modification n’a pas été faite.',
      'Regardez-le tel qu’il est maintenant, et refaites-la.',
    ),
  'event-private': () => says('Cet événement est privé ; seul son propriétaire peut le modifier.'),
  'event-unreadable': ({ reason }) =>
    says(
      `Cet événement est illisible : ${sayReason(readings, reason)}`,
      'Modifiez-le avec l’application qui l’a créé, ou supprimez-le.',
    ),
  'event-not-restorable': () => says('Cet événement ne peut plus être rétabli.'),
  'undo-gone': () => says('Cela ne peut plus être annulé.'),
  'undo-overtaken': () =>
    says(
      'Quelqu’un d’autre a changé cela entre-temps ; rien n’a été annulé.',
      'Regardez comment c’est maintenant.',
    ),
  'no-occurrence': () => says('L’événement n’a pas lieu à cette heure.'),
  'end-before-start': () => says('La fin doit suivre le début.'),
  'file-large': () => says('Ce fichier dépasse 20 Mo ; divisez-le d’abord.'),
  'no-conflict': () => says('Ce conflit n’existe pas (ou plus).'),
  'conflict-whole-only': () =>
    says('Ce conflit ne peut être réglé que dans son ensemble.', 'Gardez une version, l’autre, ou les deux.'),
  'nothing-waiting': () => says('Plus rien de tel n’attend.'),
};
