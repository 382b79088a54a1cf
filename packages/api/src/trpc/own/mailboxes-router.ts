import { connectMail } from '@atelier/usecases/mailbox/account/connect-mail';
import { findMailbox } from '@atelier/usecases/mailbox/account/find-servers';
import {
  askForMail,
  changeMailbox,
  listColleagues,
  listMailboxes,
  watchMail,
} from '@atelier/usecases/mailbox/account/mail-accounts';
import { removeMailbox, seeMailboxTies } from '@atelier/usecases/mailbox/account/remove-mailbox';
import { markMail, moveMail, removeMail } from '@atelier/usecases/mailbox/act/change-mail';
import { emptyFolder, listMailIds } from '@atelier/usecases/mailbox/act/whole-folder';
import { seeMailClient } from '@atelier/usecases/mailbox/client/see-client';
import { listMail, searchMail, seeThread, suggestPeople } from '@atelier/usecases/mailbox/read/list-mail';
import { openMail, type SeenMail } from '@atelier/usecases/mailbox/read/open-mail';
import { showPictures } from '@atelier/usecases/mailbox/read/remote-pictures';
import { beginMailSignIn } from '@atelier/usecases/mailbox/sign-in/begin-mail-sign-in';
import { connectMailSignedIn } from '@atelier/usecases/mailbox/sign-in/connect-mail-signed-in';
import { seeMailSignIn } from '@atelier/usecases/mailbox/sign-in/see-mail-sign-in';
import { refusedFor } from '@atelier/usecases/outcome';
import { redirectUri } from '../../connections/redirect-uri.ts';
import {
  beginMailSignInInput,
  changeMailboxInput,
  connectMailInput,
  connectSignedInMailInput,
  emptyFolderInput,
  findMailboxInput,
  listMailInput,
  mailboxIdInput,
  mailIdsInput,
  mailPeopleInput,
  markMailInput,
  moveMailInput,
  placedMailInput,
  removeMailboxInput,
  removeMailInput,
  searchMailInput,
  showPicturesInput,
  signedInMailInput,
  threadInput,
} from '../../input/own/mailbox.ts';
import { streamWatched } from '../stream-watched.ts';
import { procedure, router, unwrap } from '../trpc.ts';

/** Mailboxes that somebody reads; of others nobody learns that there are any. */
export const mailboxesRouter = router({
  list: procedure.query(({ ctx }) => listMailboxes(ctx.services, ctx.actor)),
  /** How the mailbox of an address is reached, before a password is typed. */
  find: procedure
    .input(findMailboxInput)
    .mutation(({ ctx, input }) => findMailbox(ctx.services, input.address)),
  connect: procedure
    .input(connectMailInput)
    .mutation(async ({ ctx, input }) => unwrap(await connectMail(ctx.services, ctx.actor, input))),
  /** To the page of a provider, which opens the mailbox without a password. */
  beginSignIn: procedure.input(beginMailSignInInput).mutation(async ({ ctx, input }) => {
    const { services, sessionId, actor } = ctx;
    if (sessionId === null) return unwrap(refusedFor('forbidden', 'admins-only'));
    const { address = null, origin, ...begin } = input;
    const visit = { sessionId, redirectUri: redirectUri(services, origin) };
    return unwrap(await beginMailSignIn(services, actor, { ...begin, ...visit, address }));
  }),
  signedIn: procedure
    .input(signedInMailInput)
    .query(async ({ ctx, input }) => unwrap(await seeMailSignIn(ctx.services, ctx.actor, input.id))),
  connectSignedIn: procedure
    .input(connectSignedInMailInput)
    .mutation(async ({ ctx, input }) => unwrap(await connectMailSignedIn(ctx.services, ctx.actor, input))),
  change: procedure
    .input(changeMailboxInput)
    .mutation(async ({ ctx, input }) => unwrap(await changeMailbox(ctx.services, ctx.actor, input))),
  /** What hangs on one, before it is taken away. */
  ties: procedure
    .input(mailboxIdInput)
    .query(async ({ ctx, input }) => unwrap(await seeMailboxTies(ctx.services, ctx.actor, input.accountId))),
  remove: procedure
    .input(removeMailboxInput)
    .mutation(async ({ ctx, input }) => unwrap(await removeMailbox(ctx.services, ctx.actor, input))),
  ask: procedure.mutation(({ ctx }) => askForMail(ctx.services, ctx.actor)),
  /** Mail is on a screen, for as long as it asks. */
  watch: procedure.subscription(({ ctx, signal }) =>
    streamWatched(ctx, () => watchMail(ctx.services, ctx.actor), signal),
  ),
  messages: procedure
    .input(listMailInput)
    .query(async ({ ctx, input }) => unwrap(await listMail(ctx.services, ctx.actor, input))),
  search: procedure
    .input(searchMailInput)
    .query(({ ctx, input }) => searchMail(ctx.services, ctx.actor, input)),
  thread: procedure
    .input(threadInput)
    .query(async ({ ctx, input }) => unwrap(await seeThread(ctx.services, ctx.actor, input.threadId))),
  open: procedure
    .input(placedMailInput)
    .query(async ({ ctx, input }) => withoutPage(unwrap(await openMail(ctx.services, ctx.actor, input.id)))),
  /** Of one message, or for good of its sender. */
  showPictures: procedure
    .input(showPicturesInput)
    .mutation(async ({ ctx, input }) => unwrap(await showPictures(ctx.services, ctx.actor, input))),
  colleagues: procedure.query(({ ctx }) => listColleagues(ctx.services, ctx.actor)),
  ids: procedure
    .input(mailIdsInput)
    .query(async ({ ctx, input }) => unwrap(await listMailIds(ctx.services, ctx.actor, input))),
  empty: procedure
    .input(emptyFolderInput)
    .mutation(async ({ ctx, input }) => unwrap(await emptyFolder(ctx.services, ctx.actor, input))),
  /** Whoever is on the other side of a message, and what the studio knows of them. */
  client: procedure
    .input(placedMailInput)
    .query(async ({ ctx, input }) => unwrap(await seeMailClient(ctx.services, ctx.actor, input.id))),
  people: procedure
    .input(mailPeopleInput)
    .query(({ ctx, input }) => suggestPeople(ctx.services, ctx.actor, input.part)),
  mark: procedure
    .input(markMailInput)
    .mutation(async ({ ctx, input }) => unwrap(await markMail(ctx.services, ctx.actor, input))),
  move: procedure
    .input(moveMailInput)
    .mutation(async ({ ctx, input }) => unwrap(await moveMail(ctx.services, ctx.actor, input))),
  deleteForGood: procedure
    .input(removeMailInput)
    .mutation(async ({ ctx, input }) => unwrap(await removeMail(ctx.services, ctx.actor, input.ids))),
});

/** What HTML shows has a page of its own; here it would come a second time. */
function withoutPage({ html, ...mail }: SeenMail) {
  return { ...mail, html: html && { remote: html.remote, cut: html.cut } };
}
