import { beforeAll, describe, expect, it } from 'vitest';
import { command } from '../drivers/api.driver.ts';
import { openCaseAt, STEP, seeStep, whyBlocked } from '../drivers/case.driver.ts';
import { type Claim, NORA, startClaim, untilStep } from '../drivers/claim.driver.ts';
import { choose, fill, press } from '../drivers/form.ts';
import { type Desk, foundDesk } from '../drivers/founding.driver.ts';
import { receiveMail } from '../drivers/inbox.driver.ts';
import { readPdf } from '../drivers/pdf.ts';
import { useStage } from '../stage.ts';

const stage = useStage();
const DRAFT = 'Entwurf ansehen';
const ISSUE = 'Aufgabe anlegen und Rechnung ausstellen';

describe('step 5, create-payment-task', () => {
  let desk: Desk;
  let claim: Claim;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'aufgabe-anlegen', { taxNumber: null });
    claim = await startClaim(desk.ask, { customer: { ...NORA, email: desk.addressOf('nora') } });
    await untilStep(desk.ask, claim, 'SAVE_CUSTOMER_RECORD', 'CONFIRMATION_REQUIRED');
    await command(desk.ask, 'confirmCustomerRecord', { caseId: claim.id, version: 1 }, 'case { id }');
    await untilStep(desk.ask, claim, 'CREATE_PAYMENT_TASK', 'INVOICE_INCOMPLETE');
  });

  it('issues no invoice that the law would not accept, and says what is missing', async () => {
    await openCaseAt(desk.owner, claim, 'create-payment-task');
    expect(await whyBlocked(desk.owner, ISSUE)).toMatch(/Für die Rechnung fehlen Angaben/);
    expect(await desk.owner.getByRole('link', { name: DRAFT }).count()).toBe(0);
  });

  it('gives the task to a member and the invoice to the customer, once nothing is missing', async () => {
    const { owner } = desk;
    await owner.goto('/settings');
    await fill(owner, { Steuernummer: '231/123/45678' });
    await press(owner, 'Speichern');
    await owner.getByText('Gespeichert.').waitFor();
    await openCaseAt(owner, claim, 'create-payment-task');
    const draft = await readPdf(owner, DRAFT);
    expect(draft).toMatch(/Entwurf: Rechnung/);
    expect(draft).not.toMatch(/Rechnungsnummer/);
    await choose(owner, 'Zuständig', 'Ines Krüger');
    await press(owner, ISSUE);
    await seeStep(owner, STEP.task, 'Erledigt');
    await owner.getByRole('link', { name: DRAFT }).waitFor({ state: 'detached' });
    const mail = await receiveMail(stage.stack, desk.addressOf('nora'), /Rechnung/);
    expect(mail.attachments.map(({ contentType }) => contentType)).toContain('application/pdf');
    await owner.goto('/tasks');
    await owner.getByRole('row', { name: claim.number }).getByText('Ines Krüger').first().waitFor();
    expect(stage.problems).toEqual([]);
  });
});
