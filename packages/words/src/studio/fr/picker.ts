import { de } from '../../elision.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/picker.ts';

export const picker: Words<typeof en.picker> = {
  date: 'Date',
  days: 'Jours au choix',
  weekBefore: 'Une semaine plus tôt',
  weekAfter: 'Une semaine plus tard',
  dayFree: ({ count, month }) =>
    count < 2 ? `${month}, ${count} moment libre` : `${month}, ${count} moments libres`,
  free: 'Moments libres',
  noneFree: 'Aucun moment libre ce jour-là.',
  unverified: 'Un agenda ne répond pas en ce moment ; ces heures ne sont pas certaines.',
  time: 'Heure',
  otherTime: 'Ou une autre heure',
  timeHint: 'Par exemple 14:30, 14h30 ou 14h.',
  unreadable: 'Ce n’est pas une heure. Écrivez par exemple 14:30.',
  skipped: 'Les horloges sautent cette heure ce jour-là.',
  choose: 'Choisissez une heure.',
  notOffered: 'Cette heure n’est pas proposée aux clients ; vous pouvez quand même la prendre.',
  takenHint: 'Elle sera refusée tant qu’autre chose s’y trouve.',
};

export const reasons: Words<typeof en.reasons> = {
  CLOSED: 'Hors des heures d’ouverture',
  OFFGRID: 'Aucun début ne tombe là : les clients ne voient que les débuts de la grille',
  BUSY: 'Autre chose se trouve dans l’agenda, ou le moment est réservé',
  BUFFER: 'Trop près d’un autre rendez-vous : la pause prévue autour manque',
  NOTICE: 'Trop tôt : dans le délai minimal, ou déjà passé',
  HORIZON: 'Trop loin : au-delà de ce qui peut être réservé',
  LIMIT: 'Le nombre de rendez-vous par jour est atteint',
  HELD: 'Quelqu’un remplit en ce moment le formulaire pour cette heure',
  INACTIVE: 'Cet artiste ou cette prestation ne peut pas être réservé',
};

export const images: Words<typeof en.images> = {
  nth: ({ number, total, name }) => `Image ${number} sur ${total} ${de(name)}`,
  open: ({ image }) => `Ouvrir : ${image}`,
  before: 'Précédente',
  after: 'Suivante',
  failed: 'Affichage impossible',
};
