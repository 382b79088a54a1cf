import { de } from '../../../elision.ts';
import { knownFailure } from '../../../failures/known-failure.ts';
import { troubles } from '../../../failures/mail/fr.ts';
import { says } from '../../../sentence.ts';
import type { Words } from '../../../words.ts';
import type * as en from '../../en/mail/mailbox.ts';

export const mailbox: Words<typeof en.mailbox> = {
  'mail-address': ({ address }) =>
    says(
      `« ${address} » n’est pas une adresse e-mail. Rien n’a été modifié.`,
      'Indiquez-en une comme info@studio.example.',
    ),
  'mail-servers-unknown': ({ address }) =>
    says(
      `Les serveurs de messagerie ${de(address)} n’ont pas été trouvés. Aucun mot de passe n’a été envoyé.`,
      'Indiquez-les vous-même ; l’aide du fournisseur les appelle IMAP et SMTP.',
    ),
  'mail-servers-elsewhere': ({ address, imap, smtp }) =>
    says(
      `Le domaine ${de(address)} nomme des serveurs qui ne sont pas les siens (${imap} et ${smtp}), et personne ne s’en porte garant. Aucun mot de passe n’a été envoyé.`,
      'Si l’aide de votre fournisseur nomme les mêmes serveurs, indiquez-les vous-même.',
    ),
  'mail-failed': ({ trouble, host, port, message, hint }) => {
    const known = knownFailure(troubles, trouble);
    if (known === null) return says(message, hint);
    return says(`${host}:${port} : ${known.message}`, known.hint);
  },
  'mail-certificate': ({ host, fingerprint, subject, issuer, validTo }) =>
    says(
      `Personne ne se porte garant du certificat ${de(host)} (${de(subject)}, par ${issuer}, jusqu’au ${validTo}). Aucun mot de passe n’a été envoyé.`,
      `Comparez son empreinte avec celle que donne le responsable du serveur, et acceptez-le si elles sont égales : ${fingerprint}`,
    ),
  'mailbox-taken': ({ address }) =>
    says(
      `Quelqu’un d’autre a déjà relié ${address} ici. Rien n’a été modifié.`,
      'Demandez-lui de partager la boîte avec vous.',
    ),
  'mail-answered': ({ name }: { readonly name: string }) =>
    says(
      `${name || 'Quelqu’un'} a répondu à ce message entre-temps. Votre réponse n’est pas partie ; elle est gardée comme brouillon.`,
      'Regardez ce qui a été répondu, puis envoyez-la quand même ou jetez-la.',
    ),
  'mail-being-answered': ({ name }: { readonly name: string }) =>
    says(
      `${name || 'Quelqu’un'} est aussi en train de répondre à ce message. Votre réponse n’est pas partie ; elle est gardée comme brouillon.`,
      'Parlez-vous, puis envoyez-la quand même ou jetez-la.',
    ),
  'no-template': () => says('Ce modèle n’existe pas (ou plus).', 'Regardez la liste à nouveau.'),
  'no-mailbox': () => says('Cette boîte n’existe pas (ou plus).', 'Regardez la liste à nouveau.'),
  'mailbox-owner-only': () =>
    says('Seule la personne qui a relié cette boîte peut la modifier. Rien n’a été modifié.'),
  'mailbox-stopped': () =>
    says(
      'Le serveur a refusé le mot de passe de cette boîte ; plus rien ne lui est demandé. Rien n’est perdu.',
      'Reliez la boîte à nouveau avec le nouveau mot de passe.',
    ),
  'mailbox-sending': () =>
    says(
      'Un e-mail est en train de partir de cette boîte. Rien n’a été retiré.',
      'Réessayez dans un instant.',
    ),
  'no-mail-folder': () =>
    says('Ce dossier n’existe pas (ou plus). Rien n’a été modifié.', 'Regardez la liste à nouveau.'),
  'no-folder-for': ({ role }) =>
    says(
      `Cette boîte n’a pas de dossier pour cela (${role}). Rien n’a été modifié.`,
      'Créez-en un, ou déplacez les messages vers un autre dossier.',
    ),
  'no-message': () => says('Ce message n’existe pas (ou plus).', 'Regardez la liste à nouveau.'),
  'message-gone': () =>
    says(
      'Le serveur n’a plus ce message.',
      'Il a été déplacé ou supprimé dans un autre programme ; la liste suit.',
    ),
  'message-moving': () =>
    says('Ce message est en train d’être déplacé. Rien n’a été modifié.', 'Réessayez dans un instant.'),
  'no-attachment': () => says('Cette pièce jointe n’existe pas (ou plus).'),
  'no-draft': () =>
    says(
      'Ce n’est plus un brouillon. Rien n’a été modifié.',
      'Quelqu’un l’a peut-être envoyé ou jeté entre-temps.',
    ),
  'no-outgoing': () => says('Cet e-mail n’existe pas (ou plus).', 'Regardez la liste à nouveau.'),
  'no-recipient': () =>
    says('Cet e-mail n’a pas de destinataire. Il reste un brouillon.', 'Indiquez au moins une adresse.'),
  'mail-on-its-way': () =>
    says('Il est trop tard : cet e-mail est en route, ou déjà réglé.', 'Regardez ce qui a été envoyé.'),
  'attachments-too-large': ({ most }) =>
    says(
      `Les pièces jointes d’un e-mail font ensemble au plus ${most} Mo. Celle-ci n’a pas été jointe.`,
      'Envoyez plutôt un lien.',
    ),
};
