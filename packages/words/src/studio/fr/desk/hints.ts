import type { Words } from '../../../words.ts';
import type * as en from '../../en/desk/hints.ts';

export const hints: Words<typeof en.hints> = {
  lead: 'Certains fournisseurs préviennent Atelier dès que quelque chose change ; les autres sont interrogés à intervalles : toutes les quelques minutes, et toutes les 15 secondes pendant que quelqu’un regarde.',
  none: 'Aucun compte n’est connecté',
  noneHint: 'Connectez-en un, et la façon dont ses changements sont appris s’affichera ici.',
  noAddress: 'Aucun fournisseur ne peut joindre cet Atelier',
  noAddressHint:
    'Il n’a pas d’adresse web publique : chaque agenda est donc interrogé à intervalles. Rien n’est manqué pour autant ; un changement met seulement un peu plus de temps à apparaître. L’exploitant d’Atelier peut indiquer l’adresse (ATELIER_PUBLIC_URL).',
  states: {
    told: 'Prévenu aussitôt',
    partly: 'Prévenu pour certains agendas',
    doubtful: 'Peu fiable',
    asked: 'Demande en cours',
    refused: 'Pas prévenu',
    clock: 'Interrogé à intervalles',
    off: 'Désactivé',
    'no-address': 'Sans adresse publique',
  },
  explained: {
    told: 'Le fournisseur prévient dès que quelque chose change.',
    partly:
      'Pour certains agendas, le fournisseur prévient dès que quelque chose change ; les autres sont interrogés à intervalles.',
    doubtful:
      'Un changement est arrivé sans que le fournisseur l’ait annoncé. On lui a demandé de nouveau de prévenir et, jusqu’à son prochain signe, les agendas sont interrogés au rythme habituel.',
    asked: 'On demande au fournisseur de prévenir des changements. Cela prend une minute au plus.',
    refused:
      'Le fournisseur ne prévient pas. La demande est renouvelée d’elle-même ; en attendant, les agendas sont interrogés à intervalles.',
    clock: 'Ce fournisseur ne prévient personne : ses agendas sont interrogés à intervalles.',
    off: 'Quelqu’un a voulu que ce compte soit seulement interrogé à intervalles.',
    'no-address': 'Les agendas sont interrogés à intervalles.',
  },
  by: 'Par',
  means: {
    'webdav-push': ({ count }) => (count < 2 ? 'WebDAV-Push' : `WebDAV-Push, ${count} agendas`),
    webhook: () => 'Webhooks de Nextcloud',
    graph: () => 'Notifications de Microsoft',
    google: ({ count }) => (count < 2 ? 'Un canal de Google' : `${count} canaux de Google`),
  },
  until: 'Convenu jusqu’au',
  endless: 'sans fin',
  lastHeard: 'Dernier signe',
  notYet: 'aucun encore',
  failure: 'Dernier refus',
  refused:
    'Il n’a pas accepté l’adresse à laquelle prévenir des changements : il doit joindre cet Atelier par https://. Pour certains agendas, comme les jours fériés, il ne prévient jamais.',
  switchOff: 'Interroger à intervalles seulement',
  switchOffOf: ({ name }) => `Interroger à intervalles seulement : ${name}`,
  switchedOff: 'Ce compte est désormais interrogé à intervalles.',
  switchOn: 'Être prévenu des changements',
  switchOnOf: ({ name }) => `Être prévenu des changements : ${name}`,
  switchedOn: 'On le demande au fournisseur ; cela prend une minute au plus.',
};
