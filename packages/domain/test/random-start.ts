import fc from 'fast-check';
import { aCompany } from '../src/customers/customer.fixture.ts';
import { aLine } from '../src/invoices/invoice.fixture.ts';
import type { WorkflowDefinition } from '../src/workflow/definition.ts';
import { STEPS } from '../src/workflow/step.ts';
import {
  ADVISER,
  aDefinition,
  aKnownCustomer,
  aNewCustomer,
  anItem,
  anOrganization,
  CLERK,
  LEAD,
  OWNER,
} from './a-payment-case.ts';
import { started, type World } from './simulate.ts';
import { aMethod } from './stored-methods.ts';

const MANUAL = [undefined, ...STEPS] as const;

const ITEMS: WorkflowDefinition['checklist'] = {
  VERIFY_CUSTOMER_DATA: [anItem('passport'), anItem('voice', { required: false })],
  CONFIRM_AMOUNT: [anItem('slip', { evidence: 'FILE' }), anItem('lawful')],
  CLOSE_PAYMENT_TASK: [anItem('policy'), anItem('minutes', { required: false, evidence: 'SIGNED_FILE' })],
};

/** Cases of every kind at their start: invoiced here or elsewhere, of a new or a known customer, with any desk behind them. */
export const someStart: fc.Arbitrary<World> = fc
  .record({
    invoicing: fc.constantFrom('ISSUE', 'EXTERNAL', 'STATEMENT'),
    customer: fc.constantFrom(
      aKnownCustomer(),
      aNewCustomer(),
      aNewCustomer({ data: aCompany({ email: 'kaputt@' }) }),
      aKnownCustomer({ data: aCompany({ email: null }) }),
    ),
    manual: fc.constantFrom(...MANUAL),
    members: fc.constantFrom([OWNER, LEAD, CLERK, ADVISER], [OWNER, CLERK], [OWNER], [OWNER, LEAD]),
    singleControl: fc.boolean(),
    expired: fc.boolean(),
    hasItems: fc.nat({ max: 3 }).map((die) => die === 0),
    channel: fc.constantFrom('ONLINE', 'IN_PERSON'),
    capture: fc.constantFrom('AUTOMATIC', 'MANUAL'),
  })
  .map(({ invoicing, customer, manual, members, singleControl, expired, hasItems, channel, capture }) =>
    started({
      customer,
      channel,
      invoicing,
      externalInvoiceNumber: invoicing === 'EXTERNAL' ? '2026/77' : null,
      lines: invoicing === 'ISSUE' ? [aLine()] : [],
      organization: anOrganization({ members, singleControl }),
      definition: aDefinition(manual ? { [manual]: 'MANUAL' } : {}, {
        capture,
        ...(hasItems ? { checklist: ITEMS } : {}),
      }),
      methods: expired ? [aMethod()] : [],
    }),
  );
