import { expect, test } from 'vitest';
import { declineWord } from './decline.ts';
import { readEvidence } from './evidence.ts';

test.each([
  ['manual:BANK_TRANSFER', 'MANUAL_BANK_TRANSFER', null],
  ['stripe:card', 'CARD_CHOSEN', null],
  ['card:checks=ok,3ds=authenticated', 'CARD_AUTHENTICATED', null],
  ['card:checks=ok,3ds=not_required', 'CARD_CHECKED', null],
  ['card:checks=fail,3ds=authenticated', 'CARD_CHECKS_FAILED', null],
  ['reader:action_started', 'READER_STARTED', null],
  ['card_present:read=contact_emv,cvm=online_pin', 'CHIP_AND_PIN', null],
  ['card_present:read=contact_emv,cvm=approval', 'CHIP_READ', null],
  ['card_present:read=contactless_emv,cvm=none', 'CONTACTLESS', null],
  ['card_present:read=magnetic_stripe_fallback,cvm=signature', 'CHIP_NOT_READ', null],
  ['card_present:read=contact_emv,cvm=failure', 'PIN_WRONG', null],
  ['network:approved_by_network', 'NETWORK_APPROVED', null],
  ['stripe:ch_123', 'CHARGE', 'ch_123'],
])('%s is worded as %s', (code, word, detail) => {
  expect(readEvidence(code)).toEqual({ word, detail });
});

test('evidence of a kind nobody knows is left as it is', () => {
  expect(readEvidence('pigeon:42')).toBeNull();
});

test('a decline that could tell too much is just declined', () => {
  expect(declineWord('insufficient_funds')).toBe('INSUFFICIENT_FUNDS');
  expect(declineWord('stolen_card')).toBe('DECLINED');
});
