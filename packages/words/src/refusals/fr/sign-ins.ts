import { que } from '../../elision.ts';
import { says } from '../../sentence.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/sign-ins.ts';

export const signIns: Words<typeof en.signIns> = {
  'sign-in-unregistered': ({ provider }) =>
    says(
      `Cet Atelier n’est pas encore enregistré chez ${provider} ; personne ne peut donc s’y connecter.`,
      'L’exploitant d’Atelier trouve les étapes à la page Connexions, sous « Connecter un compte », et dans le guide de l’exploitant.',
    ),
  'sign-in-unknown': () =>
    says(
      'Cette connexion n’est pas connue ici : elle est trop ancienne, a déjà eu sa réponse, ou vient d’un autre navigateur.',
      'Recommencez-la. Rien n’a été connecté.',
    ),
  'sign-in-denied': ({ provider }) =>
    says(
      `Rien n’a été accordé chez ${provider} ; rien n’a donc changé ici.`,
      'Recommencez si c’était une erreur.',
    ),
  'sign-in-needs-admin': ({ provider }) =>
    says(
      `L’organisation de ce compte n’admet une application que si l’un de ses admins l’accorde chez ${provider}.`,
      'Demandez-lui d’accorder Atelier pour l’organisation, puis connectez-vous de nouveau.',
    ),
  'sign-in-spent': ({ provider }) =>
    says(
      `${provider} ne prend pas cette réponse : elle a déjà servi, ou a trop tardé.`,
      'Recommencez. Si cela se répète, vérifiez l’horloge de la machine d’Atelier.',
    ),
  'sign-in-rights-missing': ({ provider }) =>
    says(
      `Chez ${provider}, les agendas n’ont pas été cochés ; Atelier ne peut donc pas les voir.`,
      'Recommencez, et cochez tout ce qui concerne les agendas.',
    ),
  'sign-in-not-lasting': ({ provider }) =>
    says(
      `${provider} n’a admis Atelier que pour cette heure ; les agendas ne pourraient pas être synchronisés.`,
      'Retirez les droits d’Atelier dans le compte chez le fournisseur, puis connectez-vous de nouveau.',
    ),
  'sign-in-registration': ({ provider }) =>
    says(
      `${provider} n’accepte pas l’enregistrement de cet Atelier chez lui. Rien n’a changé ici.`,
      'L’exploitant d’Atelier doit comparer l’enregistrement avec les étapes du guide de l’exploitant : son secret a peut-être expiré, ou cette adresse manque parmi les adresses de redirection.',
    ),
  'login-ended': () =>
    says(
      'Personne n’a donné son accord sur la page de connexion en 20 minutes ; elle a donc pris fin. Rien n’a changé.',
      'Recommencez ; la page de votre Nextcloud vous demande d’autoriser l’accès.',
    ),
  'sign-in-other-account': ({ name, other }) =>
    says(
      `« ${name} » est un autre compte ${que(other)}, qui vient de se connecter. Rien n’a changé.`,
      'Connectez-vous comme avant ; pour ajouter l’autre compte, connectez-le comme nouveau.',
    ),
};
