import { expect, test } from 'vitest';
import { fillTemplate } from './fill-template.ts';

const values = { client: 'Léa $& Martin', firstname: 'Léa', studio: 'Encre', me: '' };

test('M5 fields are filled with what is known, as it is, once', () => {
  expect(fillTemplate('Dear {client}, {FirstName} at {studio}', values)).toBe(
    'Dear Léa $& Martin, Léa at Encre',
  );
  expect(fillTemplate('{client}', { ...values, client: '{studio}' })).toBe('{studio}');
});

test('M5 a gap stays to be seen, and what is no field is text', () => {
  expect(fillTemplate('{me} {price} { client } {}', values)).toBe('{me} {price} { client } {}');
});
