import { createTestDatabase } from '@zahlwerk/db/test-database';
import { money } from '@zahlwerk/domain/money/money';
import { advanceCase } from '../src/workflow/advance-case.ts';
import { initiate } from '../src/workflow/initiate.ts';
import { transition } from '../src/workflow/transition.ts';
import { aBusiness } from './a-business.ts';
import { aWorkshop } from './a-workshop.ts';

const database = await createTestDatabase();
const workshop = aWorkshop(database);
const b = await aBusiness(database);
const t = new Map<string, number[]>();
const time = async (n: string, f: () => Promise<unknown>) => {
  const s = performance.now();
  const r = await f();
  t.set(n, [...(t.get(n) ?? []), performance.now() - s]);
  return r;
};
const due = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
const all = performance.now();
for (let i = 0; i < 20; i++) {
  const { caseId } = (await time('initiate', () =>
    initiate(workshop, {
      organizationId: b.organizationId,
      actor: b.clerk,
      idempotency: null,
      metadata: null,
      input: {
        channel: 'ONLINE',
        customer: {
          data: {
            kind: 'PERSON',
            givenName: 'Frieda',
            familyName: `L${i}`,
            company: null,
            contact: null,
            street: 'Deichweg 12',
            postalCode: '25813',
            city: 'Husum',
            country: 'DE',
            email: `f${i}@example.org`,
            phone: null,
            vatId: null,
            taxNumber: null,
            iban: null,
            language: 'de',
            wantsSms: false,
          },
        },
        amountDue: money(119_00n, 'EUR'),
        lines: [
          {
            name: 'I',
            description: null,
            quantity: '1',
            unit: 'C62',
            unitPrice: '100.00',
            taxCase: 'DE_19',
            exemptionReason: null,
          },
        ],
        supply: { from: '2026-11-20', to: '2026-11-20' },
        dueOn: due,
        reference: null,
        externalRef: null,
        preferredMethod: null,
        invoicing: 'ISSUE',
        externalInvoiceNumber: null,
      },
    }),
  )) as { caseId: string };
  await time('advance to 3', () => advanceCase(workshop, b.organizationId, caseId));
  const ask = async (actor: any, name: any, input: any) => {
    await time(name, () =>
      transition(workshop, {
        organizationId: b.organizationId,
        actor,
        caseId,
        command: { name, input },
        expectedVersion: null,
        idempotency: null,
      }),
    );
    await time('adv ' + name, () => advanceCase(workshop, b.organizationId, caseId));
  };
  await ask(b.clerk, 'confirmCustomerRecord', { version: 1 });
  await ask(b.clerk, 'registerReceipt', {
    amount: money(119_00n, 'EUR'),
    valueOn: '2026-11-20',
    kind: 'BANK_TRANSFER',
    reference: 'R',
    documentId: null,
  });
  await ask(b.clerk, 'confirmAmount', { paymentId: null, resolution: 'EXACT', reason: null });
  await ask(b.lead, 'closePaymentTask', {});
}
console.log('per case', (performance.now() - all) / 20);
for (const [n, l] of t) console.log(n, (l.slice(3).reduce((a, c) => a + c, 0) / (l.length - 3)).toFixed(1));
console.log(process.cpuUsage());
await database.drop();
