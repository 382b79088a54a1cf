/** What mails about ideas say in English. `artist` and `client` are names. */
export const inquiry = {
  anyArtist: 'the studio',
  /** What stands in the artist's calendar. */
  sessionName: (number: number, of: number) =>
    of === 1 ? 'Tattoo session' : `Tattoo session ${number} of ${of}`,
  toClient: {
    received: {
      subject: (_artist: string) => 'Your idea has arrived',
      lead: (artist: string) => `Thank you. Your idea has reached ${artist}. Nothing is booked yet.`,
    },
    offered: {
      subject: (artist: string) => `${artist} answers your idea`,
      lead: (artist: string) => `${artist} has looked at your idea and proposes this:`,
    },
    offeredAgain: {
      subject: (artist: string) => `New times from ${artist}`,
      lead: (artist: string) => `${artist} proposes further times:`,
    },
    declined: {
      subject: (_artist: string) => 'About your idea',
      lead: (artist: string) => `We are sorry: ${artist} cannot take on your idea.`,
    },
    expired: {
      subject: (_artist: string) => 'No answer in time to your idea',
      lead: (artist: string) => `We are sorry: ${artist} could not answer in time, and your idea has lapsed.`,
    },
    lapsed: {
      subject: (_artist: string) => 'The proposed times have lapsed',
      lead: (artist: string) =>
        `None of the times that ${artist} proposed was chosen, and they have lapsed. Appointments that you have made stand.`,
    },
  },
  facts: {
    quote: 'Price: ',
    deposit: 'Deposit: ',
    session: (number: number, length: string) => `Session ${number} (${length}):`,
    noTimes: 'Times follow later.',
  },
  length: (hours: number, minutes: number) =>
    [hours === 0 ? '' : `${hours} h`, minutes === 0 ? '' : `${minutes} min`]
      .filter((part) => part !== '')
      .join(' '),
  message: (artist: string) => `${artist} writes:`,
  next: {
    answerBy: (when: string) => `You will hear from us by mail, on ${when} at the latest.`,
    chooseBy: (when: string) =>
      `The times are not kept for you: whoever is first gets them. They can be chosen until ${when}.`,
    again: 'You are welcome to write again:',
    notYou: 'Was this not you? You can withdraw it with the link above.',
  },
  links: {
    see: 'See or withdraw it:',
    choose: 'Choose a time:',
    answer: 'Answer it in Atelier:',
    look: 'See it in Atelier:',
  },
  toStudio: {
    asked: {
      subject: (client: string) => `Idea: ${client}`,
      lead: (client: string) => `${client} describes an idea and waits for an answer.`,
    },
    withdrawn: {
      subject: (client: string) => `Idea withdrawn: ${client}`,
      lead: (client: string) => `${client} has withdrawn the idea. There is nothing left to do.`,
    },
    lapsed: {
      subject: (client: string) => `No time chosen: ${client}`,
      lead: (client: string) =>
        `${client} has chosen none of the times in time, and they have lapsed. You can propose others.`,
    },
    expired: {
      subject: (client: string) => `Idea not answered: ${client}`,
      lead: (client: string) =>
        `The idea of ${client} has waited too long and has lapsed; they were told. You can still answer it.`,
    },
  },
  idea: {
    text: 'The idea:',
    placement: 'Placement: ',
    size: 'Size: ',
    style: 'Style: ',
    budget: 'Budget: ',
    preferredDays: 'Preferred days: ',
    images: (count: number) =>
      count === 1 ? 'One picture came with it.' : `${count} pictures came with it.`,
    email: 'E-mail: ',
    phone: 'Telephone: ',
    anybody: 'It is for any artist: whoever answers first takes it.',
  },
};
