import { withTenant } from '@zahlwerk/db/tenant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, type Stage } from '../../test/a-stage.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

describe('the draft of an invoice', () => {
  let stage: Stage;
  let clerk: TestClient;

  beforeAll(async () => {
    stage = await aStage();
    clerk = await stage.signIn('CLERK');
  });
  afterAll(() => stage.stop());

  const path = (caseId: string, organizationId = stage.organizationId): string =>
    `/api/cases/${encodeId('PaymentCase', caseId)}/draft.pdf?organization=${encodeId('Organization', organizationId)}`;

  const urlOf = async (caseId: string): Promise<string | null> => {
    const id = encodeId('PaymentCase', caseId);
    const { data } = await clerk.query('query ($id: ID!) { paymentCase(id: $id) { draftUrl } }', { id });
    return data.paymentCase.draftUrl;
  };

  const rows = () =>
    withTenant(stage.ports.db, stage.organizationId, async (tx) => ({
      series: await tx.numberSeries.findMany({ where: { key: { startsWith: 'invoice' } } }),
      invoices: await tx.invoice.count(),
      documents: await tx.document.count(),
      events: await tx.event.count(),
    }));

  it('is a PDF for which no number is taken and nothing is stored', async () => {
    const caseId = await stage.own.at('VERIFY_CUSTOMER_DATA');
    const before = await rows();
    const url = await urlOf(caseId);
    expect(path(caseId)).toContain(`${url}?`);
    const answer = await clerk.get(path(caseId));
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.includes('factur-x.xml')).toBe(false);
    expect(await rows()).toEqual(before);
  });

  it('is not to be had once there is an invoice', async () => {
    const caseId = await stage.own.at('CONFIRM_AMOUNT');
    expect(await urlOf(caseId)).toBeNull();
    const answer = await clerk.get(path(caseId));
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'NOTHING_TO_ISSUE' } }] });
  });

  it('is nobody else’s: of a foreign business, without a session, of a case that is none', async () => {
    const { foreign, anonymous } = stage;
    const theirs = await foreign.at('VERIFY_CUSTOMER_DATA');
    expect((await clerk.get(path(theirs))).status).toBe(404);
    expect((await clerk.get(path(theirs, foreign.business.organizationId))).status).toBe(401);
    expect((await anonymous.get(path(theirs))).status).toBe(401);
    expect((await clerk.get(path('rubbish'))).status).toBe(404);
  });
});
