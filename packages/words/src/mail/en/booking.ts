import type { Contact } from '../contact.ts';

/** How the studio is reached; null where it is not told, and no text may say so. */
function reach(contact: Contact): string | null {
  if (contact.kind === 'none') return null;
  return contact.kind === 'mail' ? 'answer this mail' : `call the studio (${contact.phone})`;
}

/** What mails say in English. `what` is the service with its time, `artist` and `client` are names. */
export const booking = {
  hello: (name: string) => (name === '' ? 'Hello,' : `Hello ${name},`),
  withArtist: (service: string, artist: string) => `${service} with ${artist}`,
  andMore: (what: string, more: number) =>
    more === 1 ? `${what}, and one more` : `${what}, and ${more} more`,
  facts: {
    before: 'Before: ',
    there: 'On your clock: ',
    price: 'Price: ',
    deposit: 'Deposit: ',
    alternative: 'Would also suit: ',
    phone: 'Telephone: ',
    email: 'E-mail: ',
  },
  toClient: {
    received: {
      subject: (what: string) => `Request received: ${what}`,
      lead: (artist: string) =>
        `Thank you. Your request has reached ${artist}. The time is kept for you, but it is not confirmed yet.`,
    },
    confirmed: {
      subject: (what: string) => `Confirmed: ${what}`,
      lead: (artist: string) => `Your appointment is confirmed. ${artist} looks forward to seeing you.`,
    },
    movedByArtist: {
      subject: (what: string) => `New time: ${what}`,
      lead: (artist: string) => `${artist} has moved your appointment. This is the new time:`,
    },
    movedByClient: {
      subject: (what: string) => `New time: ${what}`,
      lead: (_artist: string) =>
        'You have moved your appointment. This is the new time, and it is confirmed:',
    },
    requestMovedByArtist: {
      subject: (what: string) => `Another time for your request: ${what}`,
      lead: (artist: string) =>
        `${artist} proposes another time for your request. It is kept for you, and confirmed as soon as you say that it suits you.`,
    },
    requestMovedByClient: {
      subject: (what: string) => `Request moved: ${what}`,
      lead: (artist: string) =>
        `You have moved your request. ${artist} knows the new time; it is not confirmed yet.`,
    },
    declined: {
      subject: (what: string) => `Request declined: ${what}`,
      lead: (artist: string) => `We are sorry: ${artist} cannot take your request for this time.`,
    },
    cancelledByArtist: {
      subject: (what: string) => `Cancelled: ${what}`,
      lead: (artist: string) => `We are sorry: ${artist} has to cancel your appointment.`,
    },
    cancelledByClient: {
      subject: (what: string) => `Cancelled: ${what}`,
      lead: (artist: string) =>
        `You have cancelled your appointment. ${artist} knows, and the time is free again.`,
    },
    withdrawn: {
      subject: (what: string) => `Request withdrawn: ${what}`,
      lead: (artist: string) =>
        `You have withdrawn your request. ${artist} knows, and nothing more will happen.`,
    },
    expired: {
      subject: (what: string) => `No answer in time: ${what}`,
      lead: (artist: string) =>
        `We are sorry: ${artist} could not answer in time. Your request has lapsed, and nothing is booked.`,
    },
    proposalExpired: {
      subject: (what: string) => `Not answered: ${what}`,
      lead: (artist: string) =>
        `${artist} had proposed this time, and there was no answer. It has lapsed, and nothing is booked.`,
    },
    reminder: {
      subject: (what: string) => `See you soon: ${what}`,
      lead: (artist: string) =>
        `A short reminder of your appointment. ${artist} looks forward to seeing you.`,
    },
  },
  /** Of several sessions that were booked together. */
  together: {
    received: (artist: string) =>
      `Thank you. Your request has reached ${artist}. These times are kept for you, but they are not confirmed yet.`,
    confirmed: (artist: string) => `Your appointments are confirmed. ${artist} looks forward to seeing you.`,
    requested: (client: string) => `${client} asks for these appointments.`,
    booked: (client: string) => `New appointments with ${client}. They are confirmed and in your calendar.`,
  },
  next: {
    answerBy: (artist: string, when: string) =>
      `${artist} answers by ${when} at the latest, and you will get a mail either way. Without an answer the time becomes free again.`,
    proposalUntil: (when: string) =>
      `Please answer by ${when}. Without an answer the time becomes free again.`,
    changeUntil: (when: string, contact: Contact) => {
      const later = reach(contact);
      const after = later === null ? 'After that, it stands.' : `After that, please ${later}.`;
      return `You can move or cancel it yourself until ${when}. ${after}`;
    },
    comeUp: (contact: Contact) => {
      const how = reach(contact);
      return how === null ? null : `If anything comes up, please ${how}.`;
    },
    unread: 'Answers to this mail are not read.',
    notSuitable: 'If this does not suit you, choose another time or cancel:',
    file: 'The attached file puts it into your calendar, or brings it up to date there.',
    again: 'You are welcome to choose another time:',
    depositBack: (contact: Contact) => {
      const how = reach(contact);
      return how === null ? null : `If you have paid a deposit, please ${how} about it.`;
    },
    notYou: 'Was this not you? You can withdraw it with the link above.',
  },
  links: {
    manage: 'See, move or cancel it:',
    proposal: 'Say that it suits you, choose another time, or withdraw your request:',
    look: 'See it:',
    manageMany: 'See all of them, move or cancel each:',
    answer: 'Confirm or decline it:',
    answerMany: 'See them, confirm or decline each:',
    see: 'See it in Atelier:',
  },
  message: (artist: string) => `${artist} writes:`,
  toArtist: {
    requested: {
      subject: (client: string, what: string) => `Request: ${client}, ${what}`,
      lead: (client: string) => `${client} asks for an appointment.`,
    },
    booked: {
      subject: (client: string, what: string) => `Booked: ${client}, ${what}`,
      lead: (client: string) => `A new appointment with ${client}. It is confirmed and in your calendar.`,
    },
    moved: {
      subject: (client: string, what: string) => `Moved: ${client}, ${what}`,
      lead: (client: string) =>
        `${client} has chosen another time for the appointment. Your calendar has it already.`,
    },
    requestMoved: {
      subject: (client: string, what: string) => `Request moved: ${client}, ${what}`,
      lead: (client: string) => `${client} has chosen another time for the request.`,
    },
    accepted: {
      subject: (client: string, what: string) => `Agreed: ${client}, ${what}`,
      lead: (client: string) =>
        `${client} agrees to the time that was proposed. The appointment is confirmed, and your calendar has it already.`,
    },
    proposalExpired: {
      subject: (client: string, what: string) => `Not answered: ${client}, ${what}`,
      lead: (client: string) =>
        `${client} has not answered to the time that was proposed. The request has lapsed, and the time is free again.`,
    },
    cancelled: {
      subject: (client: string, what: string) => `Cancelled: ${client}, ${what}`,
      lead: (client: string) => `${client} has cancelled the appointment. The time is free again.`,
    },
    withdrawn: {
      subject: (client: string, what: string) => `Request withdrawn: ${client}, ${what}`,
      lead: (client: string) => `${client} has withdrawn the request. The time is free again.`,
    },
    overlap: {
      subject: (client: string, what: string) => `Please look: ${client}, ${what}`,
      lead: (client: string) =>
        `The booking of ${client} was taken while your calendar could not be asked. Now it answers, and the time is not free there.`,
    },
    trouble: {
      subject: (client: string, what: string) => `Please look: ${client}, ${what}`,
      lead: (client: string) =>
        `What was changed in the calendar for ${client} cannot be followed by itself. Nothing is lost, and the booking stands as it was until you decide.`,
    },
  },
  artistNext: {
    answerBy: (when: string) =>
      `Without an answer it lapses on ${when}. You can also answer in your calendar: take “REQUEST:” out of the title to confirm, move the event, or delete it to decline.`,
    unverified:
      'Please check first: your calendar could not be reached when this came in, so the time may be taken there.',
    alternative: 'To give them their other time, move the request there.',
    note: 'What they write:',
  },
  calendar: {
    request: (service: string, artist: string) => `Request (not confirmed): ${service} with ${artist}`,
    unconfirmed: 'This is a request; it is not confirmed yet.',
    unread: 'Answers given in a calendar are not read here.',
  },
};
