import { describe, expect, it } from 'vitest';
import { money } from '../money/money.ts';
import { paymentLinkSchema } from './payment-link.schema.ts';
import { linkState } from './payment-link.ts';

const EUR = (amount: string) => ({ amount, currency: 'EUR' });

const parse = (said: object) => paymentLinkSchema.safeParse({ titleDe: 'Werkstattkurs', ...said });

const problemsOf = (said: object): readonly string[] =>
  parse(said).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];

describe('the state of a link', () => {
  it.each([
    ['ACTIVE', { enabled: true, expiresOn: null }],
    ['ACTIVE', { enabled: true, expiresOn: '2026-11-23' }],
    ['EXPIRED', { enabled: true, expiresOn: '2026-11-22' }],
    ['OFF', { enabled: false, expiresOn: '2026-11-22' }],
  ])('is %s for %o', (state, link) => {
    expect(linkState(link, '2026-11-23')).toBe(state);
  });
});

describe('what the owner says about a link', () => {
  it('may be one language and a fixed amount with its tax', () => {
    const { data } = parse({ amount: EUR('119.00'), taxCase: 'DE_19' });
    expect(data?.title).toEqual({ de: 'Werkstattkurs', en: 'Werkstattkurs' });
    expect(data?.amount).toEqual({ kind: 'FIXED', amount: money(119_00n, 'EUR') });
  });

  it('may be limits between which the customer chooses', () => {
    const { data } = parse({ minimum: EUR('5.00'), maximum: EUR('500.00'), expiresOn: '2026-12-24' });
    expect(data).toMatchObject({ amount: { kind: 'FREE' }, taxCase: null, expiresOn: '2026-12-24' });
  });

  it.each([
    [{ titleDe: ' ', amount: EUR('1.00') }, ['titleDe REQUIRED']],
    [{ titleDe: null }, ['titleDe REQUIRED', 'amount REQUIRED']],
    [{ amount: EUR('1.00'), minimum: EUR('1.00') }, ['amount EITHER_FIXED_OR_FREE']],
    [{ amount: EUR('1.00'), taxCase: 'DE_13B' }, ['taxCase TAX_CASE_NOT_OFFERED']],
    [{ minimum: EUR('1.00') }, ['maximum REQUIRED']],
    [{ maximum: EUR('1.00') }, ['minimum REQUIRED']],
    [{ minimum: EUR('2.00'), maximum: EUR('1.00') }, ['maximum BELOW_MINIMUM']],
    [{ minimum: EUR('1.00'), maximum: { amount: '2.00', currency: 'CHF' } }, ['maximum CURRENCY_DIFFERS']],
    [{ minimum: EUR('1.00'), maximum: EUR('2.00'), taxCase: 'DE_7' }, ['taxCase NEEDS_FIXED_AMOUNT']],
    [{ amount: EUR('0.00') }, ['amount.amount NOT_POSITIVE']],
    [{ amount: EUR('1.00'), titleDe: `4242 4242 4242 4242` }, ['titleDe CARD_NUMBER']],
    [{ amount: EUR('1.00'), expiresOn: '2026-02-30' }, ['expiresOn MALFORMED']],
  ])('is refused for %o', (said, expected) => {
    expect(problemsOf(said)).toEqual(expected);
  });
});
