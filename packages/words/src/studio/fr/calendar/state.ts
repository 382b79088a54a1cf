import type { Words } from '../../../words.ts';
import type * as en from '../../en/calendar/state.ts';

export const state: Words<typeof en.state> = {
  off: 'Non suivi',
  new: 'En attente de la première synchronisation',
  syncing: 'Synchronisation en cours',
  ok: 'À jour',
  held: 'Attend une décision',
  failing: 'En difficulté',
  credentials: 'Accès refusé',
  gone: 'Disparu chez le fournisseur',
  local: 'Dans Atelier seulement',
  explained: {
    off: 'Cet agenda est connu, mais n’est pas suivi.',
    new: 'La première synchronisation commence dans un instant.',
    syncing: 'Les changements sont récupérés en ce moment.',
    ok: 'Tout ce qui est chez le fournisseur est aussi ici.',
    held: 'Le fournisseur annonce soudain moins d’événements. Rien n’a été supprimé ici ; une personne décide.',
    failing: 'La dernière synchronisation a échoué. Elle reprend d’elle-même ; rien n’est perdu.',
    credentials:
      'Le serveur n’admet plus ce compte. Il est arrêté jusqu’à un nouveau mot de passe ou une nouvelle connexion.',
    gone: 'Le fournisseur ne connaît plus cet agenda. Les copies ici sont conservées.',
    local: 'Cet agenda vit dans Atelier et n’a pas besoin de fournisseur.',
  },
};
