import type { Told } from '../../words.ts';

export const manage = {
  title: 'Your booking',
  lost: 'This link does not lead to a booking.',
  lostHint: 'It may have been shortened on the way. Open the link in the e-mail once more.',
  states: {
    REQUESTED: 'Request, not yet confirmed',
    CONFIRMED: 'Confirmed',
    DECLINED: 'Declined',
    EXPIRED: 'Not answered in time',
    PROPOSED: 'Another time is proposed',
    WITHDRAWN: 'Withdrawn',
    CANCELLED: 'Cancelled',
    COMPLETED: 'Took place',
    NO_SHOW: 'Missed',
  },
  next: {
    REQUESTED: ({ artist }: Told<'artist'>) =>
      `${artist} looks at your request, and the answer appears here. Your time is kept until then.`,
    PROPOSED: ({ artist }: Told<'artist'>) =>
      `${artist} proposes this time. It is yours as soon as you say that it suits you.`,
    CONFIRMED: () => 'See you there. If something comes up, please tell us early.',
    DECLINED: () => 'The time is free again. You are welcome to choose another one.',
    EXPIRED: {
      ARTIST: () =>
        'Nobody could answer in time, and the time is free again. You are welcome to ask once more.',
      CLIENT: () =>
        'There was no answer to the time that was proposed, and it is free again. You are welcome to ask once more.',
    },
    WITHDRAWN: () => 'You have taken it back, and the time is free again.',
    CANCELLED: () => 'The time is free again. You are welcome to choose another one.',
    COMPLETED: () => 'Thank you for coming.',
    NO_SHOW: () => 'We have missed you. Please get in touch with the studio.',
  },
  answerBy: ({ time }: Told<'time'>) =>
    `You will have an answer by ${time}; without one the request lapses, and the time is free again.`,
  proposedUntil: ({ time }: Told<'time'>) => `It is kept for you until ${time}.`,
  accept: 'That suits me',
  accepted: 'Agreed. Your appointment is confirmed.',
  otherTime: 'Something else?',
  unverified: 'The studio checks this time by hand, because a calendar could not be reached.',
  messageFrom: ({ artist }: Told<'artist'>) => `Message from ${artist}`,
  what: 'Service',
  who: 'Artist',
  secondChoice: 'Second choice',
  contact: 'Contact',
  note: 'Idea',
  sessions: 'All sessions',
  change: 'Something changed?',
  move: 'Choose another time',
  moveHeading: 'Choose a new time',
  moveHint: 'Your present time stays yours until the new one is certain.',
  moveTo: ({ time }: Told<'time'>) => `Move to ${time}`,
  moveChoose: 'Choose a time, then confirm it here.',
  moved: ({ time }: Told<'time'>) => `Moved to ${time}.`,
  keepTime: 'Keep my time',
  present: 'your time now',
  withdraw: 'Withdraw request',
  cancel: 'Cancel appointment',
  withdrawAsk: 'Withdraw this request?',
  withdrawHint: 'The time is released at once. This cannot be undone, but you can ask again.',
  cancelAsk: 'Cancel this appointment?',
  cancelHint: 'The time is released at once. This cannot be undone, but you can book again.',
  keep: 'Keep it',
  cutOff: ({ time }: Told<'time'>) => `You can move or cancel it yourself until ${time}.`,
  cutOffOver: 'It is too late to move or cancel it here.',
  another: 'Book another time',
  artist: {
    title: ({ client }: Told<'client'>) => `Request of ${client}`,
    by: ({ time }: Told<'time'>) => `Without an answer it lapses on ${time}.`,
    message: ({ client }: Told<'client'>) => `Message to ${client}`,
    messageHint: 'It goes along with your answer.',
    approve: 'Approve',
    decline: 'Decline',
    declineAsk: 'Decline this request?',
    declineHint: ({ client }: Told<'client'>) => `The time is released, and ${client} is told by e-mail.`,
    // Who has answered: in this window, somebody who was signed in, or nobody whose name is known.
    decided: {
      CONFIRMED: {
        here: () => 'You have approved this.',
        named: ({ who }: Told<'who'>) => `${who} has approved this.`,
        else: () => 'This has been approved.',
      },
      DECLINED: {
        here: () => 'You have declined this.',
        named: ({ who }: Told<'who'>) => `${who} has declined this.`,
        else: () => 'This has been declined.',
      },
    },
    told: {
      sent: ({ client }: Told<'client'>) => `${client} has been told by e-mail.`,
      waiting: ({ client }: Told<'client'>) => `The e-mail to ${client} waits to be sent.`,
      unsent: ({ client }: Told<'client'>) =>
        `The e-mail to ${client} could not be sent. Please tell them yourself.`,
    },
    over: {
      EXPIRED: () => 'Nobody has answered in time. The request has lapsed.',
      WITHDRAWN: ({ client }: Told<'client'>) => `${client} has withdrawn the request.`,
      CANCELLED: () => 'This appointment has been cancelled.',
      COMPLETED: () => 'This appointment has taken place.',
      NO_SHOW: () => 'This appointment is noted as missed.',
    },
    proposed: ({ client }: Told<'client'>) =>
      `This time has been proposed to ${client}, who has not answered yet.`,
    unverified: {
      REQUESTED:
        'A calendar could not be reached when this came in. It is asked again when you approve; if it still does not answer, you decide.',
      CONFIRMED:
        'This was confirmed although a calendar did not answer. It is looked at again as soon as it does.',
    },
    silentAsk: 'The calendar still does not answer. Approve all the same?',
    silentHint:
      'Nobody can see whether the time is free there: look into the calendar first. As soon as it answers the time is looked at again, and you are told if something stands there.',
    silentConfirm: 'Approve all the same',
    theirZone: ({ time, client }: Told<'time' | 'client'>) => `${time} for ${client}`,
  },
};
