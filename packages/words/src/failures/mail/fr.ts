import type { Words } from '../../words.ts';
import type * as en from './en.ts';

export const troubles: Words<typeof en.troubles> = {
  'no-name': { message: 'aucun serveur ne porte ce nom.', hint: 'Vérifiez comment il s’écrit.' },
  'refused-host': {
    message: 'ce serveur est dans un réseau privé, auquel rien n’est demandé.',
    hint: 'L’exploitant d’Atelier peut l’autoriser.',
  },
  'unusual-port': {
    message: 'les serveurs de messagerie ne sont pas joints à ce port.',
    hint: 'Prenez 993 ou 143 pour lire, 465 ou 587 pour envoyer ; l’exploitant d’Atelier peut en autoriser d’autres.',
  },
  closed: {
    message: 'rien ne répond à ce port.',
    hint: 'Vérifiez le serveur et son port ; il est peut-être arrêté.',
  },
  silent: {
    message: 'quelque chose prend l’appel, et ne dit rien.',
    hint: 'Vérifiez le port : 993 ou 465 avec TLS, 143 ou 587 avec STARTTLS.',
  },
  web: {
    message: 'un serveur web y répond, pas un serveur de messagerie. Aucun mot de passe n’a été envoyé.',
    hint: 'Vérifiez le port : 993 ou 465 avec TLS, 143 ou 587 avec STARTTLS.',
  },
  ssh: {
    message:
      'un serveur d’accès à distance (SSH) y répond, pas un serveur de messagerie. Aucun mot de passe n’a été envoyé.',
    hint: 'Vérifiez le port : 993 ou 465 avec TLS, 143 ou 587 avec STARTTLS.',
  },
  pop3: {
    message: 'un serveur POP3 y répond, qui ne connaît pas de dossiers. Aucun mot de passe n’a été envoyé.',
    hint: 'Prenez le serveur IMAP de votre fournisseur, le plus souvent au port 993.',
  },
  sends: {
    message: 'un serveur d’envoi (SMTP) y répond. Aucun mot de passe n’a été envoyé.',
    hint: 'Pour lire, il faut IMAP, le plus souvent au port 993.',
  },
  reads: {
    message: 'un serveur de lecture (IMAP) y répond. Aucun mot de passe n’a été envoyé.',
    hint: 'Pour envoyer, il faut SMTP, le plus souvent au port 465.',
  },
  'other-service': {
    message: 'quelque chose y répond, mais pas un serveur de messagerie. Aucun mot de passe n’a été envoyé.',
    hint: 'Vérifiez le serveur et son port.',
  },
  'wants-tls': {
    message: 'ce port parle TLS dès le premier octet.',
    hint: 'Choisissez TLS au lieu de STARTTLS, ou le port 143 ou 587.',
  },
  'wants-starttls': {
    message: 'ce port ne parle pas TLS dès le premier octet.',
    hint: 'Choisissez STARTTLS au lieu de TLS, ou le port 993 ou 465.',
  },
  'no-encryption': {
    message:
      'aucun chiffrement n’y est offert, ou quelqu’un en chemin l’a retiré. Aucun mot de passe n’a été envoyé.',
    hint: 'Essayez TLS au port 993 (pour lire) ou 465 (pour envoyer).',
  },
  'old-encryption': {
    message:
      'seul un chiffrement ancien y est parlé, que d’autres savent lire. Aucun mot de passe n’a été envoyé.',
    hint: 'Le responsable du serveur doit autoriser TLS 1.2 ou plus récent.',
  },
  'in-clear': {
    message: 'un mot de passe n’est pas envoyé sur une ligne que chacun peut lire.',
    hint: 'Choisissez TLS ou STARTTLS.',
  },
  certificate: {
    message: 'personne ne se porte garant du certificat. Aucun mot de passe n’a été envoyé.',
    hint: 'Reliez la boîte à nouveau, et comparez l’empreinte.',
  },
  'certificate-changed': {
    message: 'le certificat n’est plus celui qui a été accepté. Aucun mot de passe n’a été envoyé.',
    hint: 'Faites-le confirmer par le responsable du serveur, puis reliez la boîte à nouveau.',
  },
  'certificate-expired': {
    message: 'le certificat n’est plus valable. Aucun mot de passe n’a été envoyé.',
    hint: 'Le responsable du serveur doit le renouveler.',
  },
  password: {
    message: 'le nom d’utilisateur ou le mot de passe n’est pas accepté.',
    hint: 'Vérifiez les deux ; avec la connexion à deux facteurs, il faut un mot de passe d’application au lieu de l’habituel.',
  },
  'app-password': {
    message: 'il faut un mot de passe fait pour les programmes de messagerie, pas l’habituel.',
    hint: 'Créez un mot de passe d’application dans les réglages de votre compte là-bas, et saisissez-le ici.',
  },
  'signed-out': {
    message: 'la connexion de ce compte n’y est plus acceptée.',
    hint: 'Connectez-vous de nouveau chez le fournisseur.',
  },
  'not-allowed': {
    message: 'les programmes de messagerie n’ont pas accès à ce compte.',
    hint: 'Autorisez IMAP dans les réglages du compte là-bas, ou demandez à qui l’administre.',
  },
  'too-many': {
    message: 'trop de programmes lisent cette boîte à la fois ; le mot de passe n’a pas été jugé.',
    hint: 'Fermez-en un, ou attendez quelques minutes, puis réessayez.',
  },
  later: {
    message: 'le serveur demande une pause ; le mot de passe n’a pas été jugé.',
    hint: 'Réessayez dans quelques minutes.',
  },
  slow: { message: 'le serveur a mis trop de temps à répondre.', hint: 'Réessayez dans un instant.' },
  'broken-off': { message: 'la connexion s’est rompue.', hint: 'Réessayez dans un instant.' },
  'too-large': {
    message: 'le serveur a envoyé plus qu’il n’est sûr de lire.',
    hint: 'Prévenez l’exploitant d’Atelier.',
  },
  unreadable: {
    message: 'ce que dit le serveur est illisible.',
    hint: 'Vérifiez le serveur et son port.',
  },
  'no-inbox': {
    message: 'le serveur n’annonce aucune boîte de réception.',
    hint: 'Vérifiez le nom d’utilisateur ; certains comptes n’ont pas de messagerie.',
  },
  refused: { message: 'le serveur ne l’a pas fait.', hint: 'Réessayez dans un instant.' },
};
