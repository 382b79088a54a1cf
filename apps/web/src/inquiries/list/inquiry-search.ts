import { addressOf, oneOf } from '../../address/address-part.ts';
import { TURNS } from './turn-of.ts';

export const inquirySearch = addressOf({ turn: oneOf(TURNS) });
