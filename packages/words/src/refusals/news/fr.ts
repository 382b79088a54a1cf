import { failures } from '../../failures/fr.ts';
import { knownFailure } from '../../failures/known-failure.ts';
import { newsFailures } from '../../failures/news-fr.ts';
import { says } from '../../sentence.ts';
import type { Words } from '../../words.ts';
import type * as en from './en.ts';

export const news: Words<typeof en.news> = {
  'news-address': () =>
    says('Ce n’est pas une adresse web.', 'Collez celle du site ou de son flux, comme studio.example/blog.'),
  'news-password': () =>
    says(
      'Cette adresse contient un nom d’utilisateur ou un mot de passe. Elle n’a pas été gardée.',
      'Les flux réservés aux membres ne peuvent pas être lus ici ; cherchez-en un public.',
    ),
  'news-without-feeds': () =>
    says(
      'Ce site n’offre pas de flux.',
      'Instagram, Facebook et leurs semblables ne montrent leurs pages qu’aux membres ; un blog ou une lettre des mêmes personnes a souvent un flux.',
    ),
  'news-none': () =>
    says(
      'Aucun flux n’a été trouvé sur cette page.',
      'Cherchez-y « RSS », « Atom » ou « flux », et collez l’adresse qui est derrière.',
    ),
  'news-failed': ({ kind, message, hint }) => {
    const known = knownFailure(newsFailures, kind) ?? knownFailure(failures, kind) ?? { message, hint };
    return says(known.message, known.hint);
  },
  'news-full': ({ most }) => says(`Il y a déjà ${most} flux ici.`, 'Retirez-en un que plus personne ne lit.'),
  'news-of-all': () =>
    says(
      'Un admin a choisi ce flux pour tout le monde. Rien n’a été modifié.',
      'Vous pouvez le masquer pour vous.',
    ),
  'no-news-feed': () => says('Ce flux n’existe pas (ou plus).', 'Regardez la liste à nouveau.'),
  'opml-too-large': () => says('Ce fichier est trop grand : une liste de flux fait au plus 1 Mo.'),
  'opml-unreadable': () =>
    says(
      'Ce fichier n’est pas une liste de flux.',
      'Exportez-en une de votre lecteur d’actualités ; son nom finit souvent par .opml ou .xml.',
    ),
};
