import { withTenant } from '@zahlwerk/db/tenant';
import type { ConnectedDesk } from './a-connected-desk.ts';
import { mutationDocument } from './case-call.ts';

type Desk = Pick<ConnectedDesk, 'ports' | 'organizationId' | 'anonymous' | 'workOff'>;

const ask = async ({ anonymous }: Pick<Desk, 'anonymous'>, field: string, input: object, success: string) => {
  const { data } = await anonymous.query(mutationDocument(field, success), { input });
  return data[field];
};

/** The customer asks for a code by the link; gives back the answer. */
export const askForCode = (desk: Pick<Desk, 'anonymous'>, token: string) =>
  ask(desk, 'sendMethodCode', { token }, 'to { channel masked } validMinutes');

/** The customer enters a code; gives back the answer with the address of the provider's page. */
export const enterCode = (desk: Pick<Desk, 'anonymous'>, token: string, code: string) =>
  ask(desk, 'updatePaymentMethod', { token, code }, 'url');

/** The code that was sent last. */
export const newestCode = async ({ ports, organizationId }: Desk): Promise<string> => {
  const message = await withTenant(ports.db, organizationId, (tx) =>
    tx.message.findFirstOrThrow({ where: { template: 'sign-in-code' }, orderBy: { id: 'desc' } }),
  );
  return ports.codes.codeOf(message.subjectId);
};

/** The customer asks for a code and gives back what it is once it has been sent. */
export const receiveCode = async (desk: Desk, token: string): Promise<string> => {
  await askForCode(desk, token);
  await desk.workOff();
  return newestCode(desk);
};

/** From the link to the provider's page, by a code. */
export const openSetupPage = async (desk: Desk, token: string) =>
  enterCode(desk, token, await receiveCode(desk, token));
