import type { MethodDraft } from '../src/workflow/decision.ts';
import type { StoredMethod } from '../src/workflow/payment-case.ts';
import { NOW } from './a-payment-case.ts';

/** The name on the customer's first card. */
export const HOLDER = 'Bäckerei Sonnenschein GmbH';

/** The card that is charged until another one is stored; it is good until the end of November. */
export const aMethod = (deviation: Partial<StoredMethod> = {}): StoredMethod => ({
  id: 'method',
  type: 'CARD',
  state: 'ACTIVE',
  isDefault: true,
  isFirst: true,
  reference: 'pm_first',
  holder: HOLDER,
  last4: '4242',
  activatedAt: NOW,
  expiresOn: '2026-11-30',
  noticeOn: null,
  ...deviation,
});

/** What the provider tells of a card that the customer has just stored. */
export const aMethodDraft = (deviation: Partial<MethodDraft> = {}): MethodDraft => ({
  id: 'new',
  providerAccountId: 'account',
  reference: 'pm_new',
  type: 'CARD',
  holder: HOLDER,
  brand: 'visa',
  last4: '4444',
  expiresOn: '2031-12-31',
  fingerprint: null,
  singleChannel: true,
  ...deviation,
});
