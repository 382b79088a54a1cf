import { check, checkClient, type FieldError, LONGEST } from '../form/check-form.ts';
import type { SentImage } from '../form/client-form.ts';

export const SIZES = ['tiny', 'small', 'medium', 'large', 'unsure'] as const;

export interface IdeaForm {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly idea: string;
  readonly placement: string;
  /** One of `SIZES`; empty while none is chosen. */
  readonly size: string;
  readonly style: string;
  readonly budget: string;
  readonly days: string;
  readonly images: readonly SentImage[];
}

export const EMPTY_IDEA: IdeaForm = {
  name: '',
  email: '',
  phone: '',
  idea: '',
  placement: '',
  size: '',
  style: '',
  budget: '',
  days: '',
  images: [],
};

/** In the order of the page. */
export function checkIdea(form: IdeaForm): FieldError[] {
  const line = { longest: LONGEST.line };
  return [
    ...check('idea', form.idea, { required: true, longest: LONGEST.text }),
    ...check('placement', form.placement, line),
    ...check('style', form.style, line),
    ...check('budget', form.budget, line),
    ...check('days', form.days, line),
    ...checkClient(form),
  ];
}
