import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { command } from './drivers/api.driver.ts';
import { axeFindings, EVERY_LOOK, flawsOf, TWO_LOOKS, tooWide } from './drivers/appearance.driver.ts';
import {
  type Claim,
  NORA,
  registerTransfer,
  startClaim,
  startConfirmedClaim,
  untilStep,
} from './drivers/claim.driver.ts';
import { type Desk, foundDesk, joinDesk } from './drivers/founding.driver.ts';
import { linkIn, receiveMail } from './drivers/inbox.driver.ts';
import { useStage } from './stage.ts';

const stage = useStage();

// Four looks at a screen take their time on a busy machine.
describe('whoever sees, reads and touches differently', { timeout: 120_000 }, () => {
  let desk: Desk;
  let page: Page;
  /** One case per place where a person has something to do. */
  let claims: Readonly<Record<'toVerify' | 'toConfirm' | 'partlyPaid' | 'toClose', Claim>>;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'fuer-alle');
    await joinDesk(stage, desk, 'TEAM_LEAD');
    page = desk.owner;
    claims = await everyKindOfClaim(desk);
  });

  /** Waits until nothing is being loaded any more. */
  const open = async (path: string): Promise<void> => {
    await page.goto(path);
    await page.getByRole('heading').first().waitFor();
    await page.getByRole('status', { name: 'Wird geladen' }).first().waitFor({ state: 'detached' });
  };

  it.each(['/', '/cases', '/tasks'])('can use the screen at %s, in every look', async (path) => {
    await open(path);
    expect(await flawsOf(page, EVERY_LOOK)).toEqual([]);
  });

  it.each([
    '/cases?view=board',
    '/cases/new',
    '/customers',
    '/invoices',
    '/bank',
    '/payouts',
    '/ledger',
    '/partners',
    '/settings',
    '/sign-up',
    '/forgot-password',
    '/account',
    '/create-business',
  ])('can use the screen at %s', async (path) => {
    await open(path);
    expect(await flawsOf(page, TWO_LOOKS)).toEqual([]);
  });

  it.each([
    ['toVerify', 'verify-customer-data'],
    ['toConfirm', 'save-customer-record'],
    ['partlyPaid', 'initiate-payment'],
    ['partlyPaid', 'update-payment-method'],
    ['partlyPaid', 'create-payment-task'],
    ['partlyPaid', 'confirm-amount'],
    ['toClose', 'record-payment'],
    ['toClose', 'update-payment-status'],
    ['toClose', 'notify-customer'],
    ['toClose', 'close-payment-task'],
  ] as const)('can use a case (%s) at the step %s', async (kind, slug) => {
    await open(`/cases/${encodeURIComponent(claims[kind].id)}?step=${slug}`);
    // All steps lie in the same frame: one of them stands for it in every look.
    expect(await flawsOf(page, slug === 'confirm-amount' ? EVERY_LOOK : TWO_LOOKS)).toEqual([]);
  });

  it.each(['partlyPaid', 'toClose'] as const)('can pay, and see that it is paid (%s)', async (kind) => {
    const mail = await receiveMail(stage.stack, desk.addressOf(kind.toLowerCase()), /Bitte zahlen Sie/);
    await open(linkIn(mail, 'pay'));
    expect(await flawsOf(page, EVERY_LOOK)).toEqual([]);
  });

  it('would be told of a picture without words, of pale text and of a screen that is too wide', async () => {
    await open('/customers');
    await page
      .getByRole('heading')
      .first()
      .evaluate((heading) => {
        heading.insertAdjacentHTML(
          'afterend',
          '<img src="data:,"><p style="color: #ccc; background: #fff; width: 3000px">blass</p>',
        );
      });
    const findings = await axeFindings(page);
    expect(findings).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^image-alt: /),
        expect.stringMatching(/^color-contrast: /),
      ]),
    );
    expect(await tooWide(page)).toHaveLength(3);
  });
});

const everyKindOfClaim = async ({ ask, addressOf }: Desk) => {
  const customer = (name: string, familyName: string) => ({ ...NORA, familyName, email: addressOf(name) });
  const toVerify = await startClaim(ask, { customer: { ...customer('toverify', 'Herbst'), street: null } });
  const toConfirm = await startClaim(ask, { customer: customer('toconfirm', 'Sommer') });
  const partlyPaid = await startConfirmedClaim(ask, { customer: customer('partlypaid', 'Lenz') });
  await registerTransfer(ask, partlyPaid, '100.00');
  const toClose = await startConfirmedClaim(ask, { customer: customer('toclose', 'Winter') });
  await registerTransfer(ask, toClose, '119.00');
  await untilStep(ask, toClose, 'CONFIRM_AMOUNT', 'MANUAL_EVIDENCE');
  await command(ask, 'confirmAmount', { caseId: toClose.id, resolution: 'EXACT' }, 'case { id }');
  await untilStep(ask, toClose, 'CLOSE_PAYMENT_TASK');
  await untilStep(ask, toVerify, 'VERIFY_CUSTOMER_DATA', 'DISCREPANCY_OPEN');
  await untilStep(ask, toConfirm, 'SAVE_CUSTOMER_RECORD', 'CONFIRMATION_REQUIRED');
  return { toVerify, toConfirm, partlyPaid, toClose };
};
