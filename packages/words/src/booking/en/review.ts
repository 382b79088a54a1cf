import type { Counted, Told } from '../../words.ts';

export const review = {
  heading: 'Is everything right?',
  when: 'When',
  what: 'What',
  you: 'You',
  idea: 'Your idea',
  images: ({ count }: Counted) => (count === 1 ? `${count} image` : `${count} images`),
  nothing: 'Nothing written',
  secondChoice: 'Second choice',
  send: {
    unknown: 'Checking …',
    confirms: 'Book now',
    requests: 'Send request',
    silent: 'Send request',
  },
  sending: 'Sending …',
  notes: {
    unknown: 'The studio’s calendar is asked once more.',
    confirms: 'Your appointment is confirmed at once.',
    requests: {
      mailed: ({ artist }: Told<'artist'>) =>
        `This is a request. ${artist} answers by e-mail; the time is kept for you until then.`,
      unmailed: ({ artist }: Told<'artist'>) =>
        `This is a request. ${artist} answers it; the time is kept for you until then.`,
    },
    silent: {
      mailed: ({ artist }: Told<'artist'>) =>
        `A calendar of the studio cannot be reached just now, so this is a request. ${artist} answers by e-mail; the time is kept for you until then.`,
      unmailed: ({ artist }: Told<'artist'>) =>
        `A calendar of the studio cannot be reached just now, so this is a request. ${artist} answers it; the time is kept for you until then.`,
    },
  },
  someone: 'The artist',
  cancelNote: {
    mailed: 'You can move or cancel it later with the link in the e-mail.',
    unmailed: 'You can move or cancel it later with the link on the next page.',
  },
  settledNote: 'It is too near to be moved or cancelled online once it is confirmed.',
  unknown: 'We do not know whether your request has arrived.',
  unknownHint: 'The connection broke off. Send it again: it cannot become two bookings.',
  sendAgain: 'Send again',
};

export const done = {
  requestHeading: 'Your request has been sent',
  requestLead: {
    mailed: ({ artist, email }: Told<'artist' | 'email'>) =>
      `It is not confirmed yet. ${artist} looks at it and answers to ${email}. Your time is kept until then.`,
    unmailed: ({ artist }: Told<'artist'>) =>
      `It is not confirmed yet. ${artist} looks at it, and the answer stands on the page of your booking. Your time is kept until then.`,
  },
  requestBy: ({ time }: Told<'time'>) =>
    `You will have an answer by ${time} at the latest. Without one, the time is released again.`,
  confirmedHeading: 'Your appointment is confirmed',
  confirmedLead: {
    mailed: ({ email }: Told<'email'>) => `You get all of this by e-mail, at ${email}.`,
    unmailed: () => 'No e-mail is sent: keep the link to your booking.',
  },
  unverified:
    'One of the studio’s calendars could not be reached just now, so the studio checks your time by hand.',
  earlier:
    'Your first try had arrived after all, so that is the one that counts. Changes you have made since are not in it.',
  next: 'What happens next',
  nextMail: {
    mailed: 'You get an e-mail with all of this and a link to your booking.',
    unmailed: 'Keep the link to your booking: no e-mail is sent.',
  },
  nextAnswer: ({ artist }: Told<'artist'>) => `${artist} confirms, or proposes something else.`,
  nextSettled: 'It is too near to be moved or cancelled online.',
  nextChange: 'With the link you can move or cancel it by yourself.',
  manage: 'See my booking',
  another: 'Book another time',
};
