import type { Endpoint } from './http/endpoint.ts';
import { accountEndpoints } from './resources/account.ts';
import { balanceEndpoints } from './resources/balance.ts';
import { balanceSettingsEndpoints } from './resources/balance-settings.ts';
import { balanceTransactionEndpoints } from './resources/balance-transactions.ts';
import { cashBalanceEndpoints } from './resources/cash-balances.ts';
import { chargeEndpoints } from './resources/charges.ts';
import { checkoutSessionEndpoints } from './resources/checkout-sessions.ts';
import { customerEndpoints } from './resources/customers.ts';
import { disputeEndpoints } from './resources/disputes.ts';
import { earlyFraudWarningEndpoints } from './resources/early-fraud-warnings.ts';
import { eventEndpoints } from './resources/events.ts';
import { fileEndpoints } from './resources/files.ts';
import { mandateEndpoints } from './resources/mandates.ts';
import { paymentIntentEndpoints } from './resources/payment-intents.ts';
import { paymentMethodEndpoints } from './resources/payment-methods.ts';
import { payoutEndpoints } from './resources/payouts.ts';
import { refundEndpoints } from './resources/refunds.ts';
import { setupIntentEndpoints } from './resources/setup-intents.ts';
import { terminalLocationEndpoints } from './resources/terminal-locations.ts';
import { terminalReaderEndpoints } from './resources/terminal-readers.ts';
import { webhookEndpointEndpoints } from './resources/webhook-endpoints.ts';

/** Everything the stand-in answers under /v1, in the order of the README's table. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...accountEndpoints,
  ...customerEndpoints,
  ...cashBalanceEndpoints,
  ...paymentMethodEndpoints,
  ...paymentIntentEndpoints,
  ...setupIntentEndpoints,
  ...checkoutSessionEndpoints,
  ...mandateEndpoints,
  ...terminalLocationEndpoints,
  ...terminalReaderEndpoints,
  ...chargeEndpoints,
  ...refundEndpoints,
  ...disputeEndpoints,
  ...fileEndpoints,
  ...earlyFraudWarningEndpoints,
  ...balanceEndpoints,
  ...balanceSettingsEndpoints,
  ...balanceTransactionEndpoints,
  ...payoutEndpoints,
  ...eventEndpoints,
  ...webhookEndpointEndpoints,
];
