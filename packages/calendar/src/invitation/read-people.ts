import { linesNamed } from '../edit/text/component-lines.ts';
import { addressesOf, nameOf, plainAddress } from '../event/person.ts';
import { type Property, parameter, readProperty } from '../text/property.ts';
import type { SourceComponent } from '../text/source-document.ts';
import type { Answer, InvitedPerson, Organizer } from './invitation.ts';

const MOST_GUESTS = 200;

const ANSWERS: Readonly<Record<string, Answer>> = {
  ACCEPTED: 'accepted',
  TENTATIVE: 'tentative',
  DECLINED: 'declined',
};

export function guestsOf(event: SourceComponent): readonly InvitedPerson[] {
  return linesNamed(event, 'ATTENDEE')
    .slice(0, MOST_GUESTS)
    .flatMap(({ text }) => readProperty(text) ?? [])
    .map((person) => ({ ...whoIs(person), answer: answerOf(person) }));
}

export function organizerOf(event: SourceComponent): Organizer | null {
  const person = organizerLine(event);
  if (!person) return null;
  const sentBy = plainAddress(parameter(person, 'sent-by') ?? '');
  return { ...whoIs(person), sentBy: sentBy === '' ? null : sentBy };
}

export function organizerLine(event: SourceComponent): Property | null {
  const [line] = linesNamed(event, 'ORGANIZER');
  return line ? readProperty(line.text) : null;
}

function whoIs(person: Property): Pick<InvitedPerson, 'name' | 'addresses'> {
  return { name: nameOf(person), addresses: [...new Set(addressesOf(person))] };
}

function answerOf(person: Property): Answer | null {
  return ANSWERS[parameter(person, 'partstat')?.trim().toUpperCase() ?? ''] ?? null;
}
