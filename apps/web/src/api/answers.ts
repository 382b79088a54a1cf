import type { AppRouter } from '@atelier/api/trpc/app-router';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

type Answers = inferRouterOutputs<AppRouter>;
type Inputs = inferRouterInputs<AppRouter>;

export type AgendaEvent = Answers['agenda']['events'][number];
export type FoundEvent = Answers['agenda']['search']['events'][number];
export type EventDetail = Answers['agenda']['event'];
/** What a form that changes an event begins with. */
export type EventForm = NonNullable<EventDetail['form']>;
/** Why something was not, or cannot be, done. */
export type Refusal = NonNullable<EventDetail['locked']>;
export type SeriesReach = NonNullable<EventDetail['reach']>;
/** When an event starts or ends, as a person says it. */
export type EventTime = EventForm['start'];
export type SaidTimes = Pick<EventForm, 'start' | 'end'>;
export type EventFields = Inputs['agenda']['add']['fields'];
export type EventPatch = Inputs['agenda']['edit']['patch'];
export type DeletedEvent = Answers['agenda']['deleted'][number];
/** A change that its provider does not have yet. */
export type WaitingWrite = Answers['conflicts']['waiting'][number];
/** A passkey of one's own. */
export type WayIn = Answers['waysIn']['see']['passkeys'][number];
export type Calendar = Answers['calendars']['list'][number];
export type SyncState = Calendar['state'];
export type Failure = NonNullable<Calendar['failure']>;
/** With whom a calendar is shared, and what they may do. */
export type ShareRow = Answers['calendars']['shares'][number];
export type ShareLevel = ShareRow['level'];
export type SharedWith = Inputs['calendars']['share']['with'];
export type Audience = Answers['calendars']['audience'];
export type Feed = Answers['calendars']['feeds'][number];
export type PeopleGroup = Answers['groups']['list'][number];
export type ImportReport = Answers['agenda']['import'];
export type SyncHistory = Answers['calendars']['history'];
export type BegunLogin = Answers['loginFlow']['begin'];
export type SeenLogin = Answers['loginFlow']['look'];
export type BeginLogin = Inputs['loginFlow']['begin'];
export type Connection = Answers['connections']['list'][number];
export type AccountTies = Answers['connections']['ties'];
export type AccountReport = Answers['connections']['test'];
export type Finding = Answers['connections']['find'];
export type TestStep = AccountReport['steps'][number];
export type RemoteCalendar = AccountReport['calendars'][number];
export type AccountInput = Inputs['connections']['test'];
/** A booking as the studio sees it. */
export type StudioBooking = Answers['bookings']['list'][number];
export type BookingDetail = Answers['bookings']['see'];
export type BookingTaken = BookingDetail['steps'][number];
export type BookingState = StudioBooking['state'];
export type AnswerInput = Inputs['bookings']['answer'];
export type BookingAnswer = AnswerInput['action'];
export type MoveInput = Inputs['bookings']['move'];
export type StudioInquiry = Answers['inquiries']['list'][number];
export type InquiryState = StudioInquiry['state'];
export type StudioArtist = Answers['artists']['list'][number];
export type StudioService = StudioArtist['services'][number];
export type OpeningHours = StudioArtist['hours'];
export type ExplainedStart = Answers['artists']['explain'][number];
/** Whether an artist is free for a stretch of time. */
export type ArtistThen = Answers['artists']['free'][number];
/** A service at a time, and why it is not offered. */
export type ServiceThen = Answers['artists']['whyClosed'][number];
/** A time that somebody is booking right now. */
export type StandingHold = Answers['artists']['holds'][number];
export type Slot = Answers['booking']['slots']['days'][number]['slots'][number];
export type Chair = Answers['chairs']['list'][number];
export type StudioClosure = Answers['closures']['list'][number];
/** How changes to an account are heard of. */
export type AccountHints = Answers['hints']['list'][number];
/** What periodic work has set aside. */
export type DeadLetter = Answers['jobs']['deadLetters'][number];
export type QueuedMail = Answers['mails']['list']['mails'][number];
/** A mailbox that somebody reads, with its folders. */
export type NewsItem = Answers['news']['list']['items'][number];
export type NewsSource = Answers['news']['sources'][number];
export type FoundFeed = Answers['news']['find'][number];
export type FeedRehearsal = Answers['news']['rehearse'];
export type Mailbox = Answers['mailboxes']['list'][number];
export type MailFinding = Answers['mailboxes']['find'];
export type SeenMailSignIn = Answers['mailboxes']['signedIn'];
export type MailboxTies = Answers['mailboxes']['ties'];
export type MailFolder = Mailbox['folders'][number];
export type FolderRole = NonNullable<MailFolder['role']>;
/** A message at the place where it lies. */
export type PlacedMail = Answers['mailboxes']['messages']['messages'][number];
export type OpenedMail = Answers['mailboxes']['open'];
/** Whoever is on the other side of a message. */
export type MailClient = NonNullable<Answers['mailboxes']['client']>;
export type MailThread = Answers['mailboxes']['thread'];
/** Everything of a folder or a search. */
export type WholeList = Inputs['mailboxes']['ids']['list'];
export type ListedIds = Answers['mailboxes']['ids'];
export type MailMark = Inputs['mailboxes']['mark']['mark'];
export type MailTarget = Inputs['mailboxes']['move']['to'];
export type MailServerInput = NonNullable<Inputs['mailboxes']['connect']['imap']>;
/** What somebody writes, or has written. */
export type OutgoingMail = Answers['outgoing']['list'][number];
export type MailTemplate = Answers['templates']['list'][number];
export type DraftInput = Inputs['outgoing']['save'];
/** What a message says to calendars. */
export type SeenInvitation = Answers['invitations']['see'];
export type InvitationAnswer = Inputs['invitations']['answer']['answer'];
export type AnswerKind = Inputs['outgoing']['begin']['kind'];
/** What every page may need to know of the studio. */
export type StudioFacts = Answers['studio']['facts'];
export type StudioSettings = Answers['studio']['see'];
export type Me = Answers['people']['me'];
export type Person = Answers['people']['list'][number];
export type PersonLink = Answers['people']['link'];
export type Role = Me['role'];
export type Notifications = Answers['notifications']['see'];
export type Device = Notifications['devices'][number];
export type PushKind = Device['kinds'][number];
export type OwnSession = Answers['sessions']['list'][number];
/** An event of the live stream. */
export type Watched =
  Answers['changes']['watch'] extends AsyncIterable<{ readonly data: infer Data }> ? Data : never;
/** Something that stands still until a person has said what becomes of it. */
export type WaitingItem = Answers['waiting']['list'][number];
export type WaitingKind = WaitingItem['kind'];
export type ConflictDetail = Answers['conflicts']['show'];
export type ConflictItem = Answers['conflicts']['list'][number];
export type ConflictTake = Inputs['conflicts']['resolve']['take'];
