import type { Words } from '../../../words.ts';
import type * as en from '../../en/mailbox/templates.ts';

export const templates: Words<typeof en.templates> = {
  title: 'Modèles',
  lead: 'Des textes que vous écrivez souvent ; ce qui est entre accolades est rempli.',
  manage: 'Écrire et modifier les modèles',
  none: 'Pas encore de modèle. Les prix, le chemin, les soins d’un nouveau tatouage : ce qui est demandé chaque jour.',
  everybody: 'Pour tout le studio',
  add: 'Nouveau modèle',
  name: 'Nom',
  subject: 'Objet',
  subjectHint: 'Si le message n’en a pas encore.',
  text: 'Texte',
  fields: '{client}, {firstname}, {studio} et {me} sont remplis.',
  shared: 'Pour tout le monde au studio',
  remove: ({ name }) => `Supprimer le modèle ${name}`,
};
