/** An artist of the demo studio, as a person would set them up. */
export interface DemoArtist {
  readonly slug: string;
  readonly name: string;
  /** Name of the account whose calendars are theirs. */
  readonly account: string;
  /** Name of the calendar that receives the bookings; the others block. */
  readonly calendar: string;
  readonly bio: string;
  readonly hours: object;
}

export const DEMO_ARTISTS: readonly DemoArtist[] = [
  {
    slug: 'lena',
    name: 'Léna Moretti',
    account: 'Léna (demo)',
    calendar: 'Rendez-vous Léna',
    bio: 'Fine line, botanicals and small lettering. I draw every piece for the person who wears it.',
    hours: {
      weekly: {
        tu: [
          ['10:00', '12:30'],
          ['13:30', '19:00'],
        ],
        we: [
          ['10:00', '12:30'],
          ['13:30', '19:00'],
        ],
        th: [['12:00', '21:00']],
        fr: [
          ['10:00', '12:30'],
          ['13:30', '19:00'],
        ],
        sa: [['10:00', '17:00']],
      },
    },
  },
  {
    slug: 'marco',
    name: 'Marco Weiss',
    account: 'Marco (demo)',
    calendar: 'Marco – bookings',
    bio: 'Blackwork and ornamental, large pieces in several sessions. Bring the idea, we find the form.',
    hours: {
      weekly: {
        mo: [['11:00', '19:00']],
        tu: [['11:00', '19:00']],
        we: [['11:00', '19:00']],
        th: [['11:00', '19:00']],
        fr: [['12:00', '21:00']],
      },
    },
  },
];

const QUESTIONS = [
  { id: 'placement', label: 'Placement', required: true },
  { id: 'size', label: 'Size in cm', required: true },
];

/** The same for both, so that clients may also book whoever is free. */
export const DEMO_SERVICES = [
  {
    name: 'Consultation',
    minutes: 30,
    description: 'We talk about your idea, the size and the placement.',
    price: 'free of charge',
    autoConfirm: true,
  },
  {
    name: 'Small',
    minutes: 60,
    bufferAfter: 15,
    description: 'Up to about 5 cm.',
    price: 'from CHF 150',
    deposit: 'CHF 50',
    needsChair: true,
    questions: QUESTIONS,
  },
  {
    name: 'Medium',
    minutes: 120,
    bufferAfter: 15,
    description: 'About the size of a palm.',
    price: 'CHF 300 to 450',
    deposit: 'CHF 100',
    needsChair: true,
    questions: QUESTIONS,
  },
  {
    name: 'Large',
    minutes: 240,
    bufferBefore: 15,
    bufferAfter: 30,
    description: 'Half a day, or one session of a larger work.',
    price: 'CHF 600 to 800',
    deposit: 'CHF 200',
    needsChair: true,
    questions: QUESTIONS,
  },
] as const;

export const DEMO_CHAIRS = ['Window chair', 'Back room'];
