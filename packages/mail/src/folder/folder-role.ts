/** What a folder is for. Whatever has none of these is a folder of the person's own. */
export const FOLDER_ROLES = ['inbox', 'drafts', 'sent', 'archive', 'junk', 'trash', 'all'] as const;
export type FolderRole = (typeof FOLDER_ROLES)[number];

/** RFC 6154; Gmail's own names beside them. */
const BY_ATTRIBUTE: ReadonlyMap<string, FolderRole> = new Map([
  ['\\inbox', 'inbox'],
  ['\\drafts', 'drafts'],
  ['\\sent', 'sent'],
  ['\\archive', 'archive'],
  ['\\junk', 'junk'],
  ['\\spam', 'junk'],
  ['\\trash', 'trash'],
  ['\\all', 'all'],
  ['\\allmail', 'all'],
]);

/** What programs call these folders, in the languages of studios and of the programs that they use. */
const NAMES: Readonly<Record<Exclude<FolderRole, 'inbox' | 'all'>, string>> = {
  drafts:
    'drafts|draft|brouillons|brouillon|entwürfe|entwurf|bozze|bozza|borradores|borrador|rascunhos|concepten|utkast|kladder|luonnokset|szkice|robocze|wersje robocze|koncepty|rozepsané|piszkozatok|ciorne|taslaklar|черновики|чернетки|πρόχειρα|草稿|草稿箱|下書き|임시보관함',
  sent: 'sent|sent items|sent messages|sent mail|envoyé|envoyés|éléments envoyés|messages envoyés|courrier envoyé|objets envoyés|gesendet|gesendete|gesendete elemente|gesendete objekte|gesendete nachrichten|inviati|inviata|posta inviata|elementi inviati|enviados|enviado|elementos enviados|mensajes enviados|itens enviados|enviadas|verzonden|verzonden items|skickat|skickade objekt|sendt|sendte elementer|sendt post|lähetetyt|wysłane|elementy wysłane|odeslané|odeslaná pošta|elküldött|elküldött elemek|trimise|gönderilmiş öğeler|gönderilenler|отправленные|надіслані|απεσταλμένα|已发送|已傳送|送信済み|送信済みアイテム|보낸편지함',
  archive:
    'archive|archives|archiv|archivio|archivo|arquivo|archief|arkiv|arkisto|archiwum|archív|arhivă|arşiv|архив|архів|αρχείο|归档|存档|アーカイブ|보관함',
  junk: 'junk|spam|junk e-mail|junk email|junk mail|bulk mail|indésirables|courrier indésirable|pourriel|pourriels|spamverdacht|werbung|unerwünscht|junk-e-mail|posta indesiderata|indesiderata|correo no deseado|no deseado|lixo eletrônico|lixo electrónico|ongewenste e-mail|ongewenst|skräppost|søppelpost|uønsket post|roskaposti|wiadomości-śmieci|niechciane|nevyžádaná pošta|levélszemét|nesolicitate|gereksiz|спам|нежелательная почта|небажана пошта|ανεπιθύμητα|垃圾邮件|迷惑メール|스팸',
  trash:
    'trash|deleted items|deleted messages|deleted|bin|corbeille|éléments supprimés|messages supprimés|supprimés|poubelle|papierkorb|gelöscht|gelöschte elemente|gelöschte objekte|cestino|posta eliminata|elementi eliminati|papelera|eliminados|elementos eliminados|lixeira|itens excluídos|prullenbak|verwijderd|verwijderde items|papperskorgen|borttaget|papirkurv|slettede elementer|slettet post|roskakori|kosz|elementy usunięte|koš|odstraněná pošta|kuka|törölt elemek|coș de gunoi|çöp kutusu|silinmiş öğeler|корзина|удаленные|кошик|κάδος|已删除|已删除邮件|ゴミ箱|휴지통',
};

const BY_NAME: ReadonlyMap<string, FolderRole> = new Map(
  Object.entries(NAMES).flatMap(([role, names]) =>
    names.split('|').map((name) => [folded(name), role as FolderRole]),
  ),
);

export interface NamedFolder {
  readonly path: string;
  /** Between the parts of the path; empty where folders have no folders. */
  readonly delimiter: string;
  /** As the server lists them, with their backslash. */
  readonly attributes: readonly string[];
}

export interface FolderRoleGuess {
  readonly role: FolderRole;
  /** What says so: the server itself, or no more than a name. */
  readonly by: 'attribute' | 'name';
}

/** A folder of a folder that a person made is what it is called only at the top, or right below the inbox. */
export function guessRole({ path, delimiter, attributes }: NamedFolder): FolderRoleGuess | null {
  if (path.toLowerCase() === 'inbox') return { role: 'inbox', by: 'attribute' };
  const told = attributes
    .map((attribute) => BY_ATTRIBUTE.get(attribute.toLowerCase()))
    .find((role) => role !== undefined);
  if (told && told !== 'inbox') return { role: told, by: 'attribute' };
  const parts = delimiter === '' ? [path] : path.split(delimiter);
  const below = parts.length === 2 && parts[0]?.toLowerCase() === 'inbox';
  const role = parts.length === 1 || below ? BY_NAME.get(folded(parts.at(-1) ?? '')) : undefined;
  return role ? { role, by: 'name' } : null;
}

interface Claiming extends FolderRoleGuess {
  readonly path: string;
  readonly messages: number;
}

/** Of several folders that claim one role: what the server says before a name, then the one with more in it. */
export function settleRoles(claims: readonly Claiming[]): ReadonlyMap<string, FolderRole> {
  const order = claims.toSorted(
    (a, b) => a.by.localeCompare(b.by) || b.messages - a.messages || a.path.localeCompare(b.path),
  );
  const taken = new Map<FolderRole, string>();
  for (const { role, path } of order) if (!taken.has(role)) taken.set(role, path);
  return new Map([...taken].map(([role, path]) => [path, role]));
}

function folded(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ')
    .trim();
}
