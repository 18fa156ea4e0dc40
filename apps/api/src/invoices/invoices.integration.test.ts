import { withTenant } from '@zahlwerk/db/tenant';
import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../test/a-desk.ts';
import { aStage, type Stage } from '../../test/a-stage.ts';
import type { Data, TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

const INVOICES = `query ($filter: InvoiceFilter) { invoices(filter: $filter, first: 100) {
  totalCount edges { node { number kind standing customer { id } case { id } } } } }`;

describe('the list of invoices', () => {
  let stage: Stage;
  let adviser: TestClient;
  const cases = new Map<string, string>();

  const listed = async (filter: Readonly<Record<string, unknown>>): Promise<readonly Data[]> => {
    const { data } = await adviser.query(INVOICES, { filter });
    const nodes: readonly Data[] = data.invoices.edges.map(({ node }: Data) => node);
    expect(data.invoices.totalCount).toBe(nodes.length);
    return nodes;
  };

  const names = (nodes: readonly Data[]): readonly string[] =>
    nodes
      .map((node) => [...cases].find(([, id]) => encodeId('PaymentCase', id) === node.case.id)?.[0] ?? '?')
      .toSorted();

  const letDaysPass = (days: number) =>
    withTenant(stage.ports.db, stage.organizationId, (tx) =>
      tx.organization.update({
        where: { id: stage.organizationId },
        data: { clockOffsetSeconds: days * 86_400 },
      }),
    );

  beforeAll(async () => {
    stage = await aStage();
    adviser = await stage.signIn('ADVISER');
    const { at, desk, business } = stage.own;
    cases.set('nothing has come', await at('CONFIRM_AMOUNT'));
    const arrived = await at('CONFIRM_AMOUNT');
    await desk.run(arrived, business.clerk, 'registerReceipt', desk.receipt(119_00n));
    cases.set('all has come', arrived);
    cases.set('recorded', await at('UPDATE_PAYMENT_STATUS'));
    const canceled = await at('CONFIRM_AMOUNT');
    await desk.run(canceled, business.clerk, 'cancelPaymentCase', { reason: 'Irrtum' });
    cases.set('canceled', canceled);
    await stage.foreign.at('CONFIRM_AMOUNT');
  });

  afterAll(() => stage.stop());

  it('says of each how it stands to its money, and filters by the same rule', async () => {
    expect(names(await listed({ standing: ['OPEN'] }))).toEqual(['nothing has come']);
    expect(names(await listed({ standing: ['PAID'] }))).toEqual(['all has come', 'recorded']);
    expect(names(await listed({ standing: ['CANCELED'] }))).toEqual(['canceled', 'canceled']);
    expect(await listed({ standing: ['OVERDUE'] })).toEqual([]);
    for (const standing of ['OPEN', 'PAID', 'CANCELED'])
      for (const node of await listed({ standing: [standing] })) expect(node.standing).toBe(standing);
    expect(await listed({})).toHaveLength(5);
  });

  it('finds by number, name, case, reference and amount', async () => {
    const [open] = await listed({ standing: ['OPEN'] });
    expect(names(await listed({ search: open.number.toLowerCase() }))).toEqual(['nothing has come']);
    expect(await listed({ search: '119,00 €' })).toHaveLength(4);
    expect(await listed({ search: '119,01' })).toEqual([]);
    expect(await listed({ search: 'Lorenzen' })).toHaveLength(5);
    expect(await listed({ search: 'a-4711' })).toHaveLength(5);
    expect(await listed({ search: '%' })).toEqual([]);
    expect(names(await listed({ customerId: open.customer.id }))).toEqual(['nothing has come']);
  });

  it('lists the days from the first to the last, both included', async () => {
    const day = today();
    expect(await listed({ issuedFrom: day, issuedUntil: day })).toHaveLength(5);
    expect(await listed({ issuedFrom: addDays(day, 1) })).toEqual([]);
    expect(await listed({ issuedUntil: addDays(day, -1) })).toEqual([]);
  });

  it('holds what is still to come as overdue once its day has passed', async () => {
    await letDaysPass(16);
    const overdue = await listed({ standing: ['OVERDUE'] });
    expect(names(overdue)).toEqual(['nothing has come']);
    expect(overdue[0].standing).toBe('OVERDUE');
    expect(await listed({ standing: ['OPEN'] })).toEqual([]);
    expect(await listed({ standing: ['OPEN', 'OVERDUE'] })).toHaveLength(1);
  });
});
