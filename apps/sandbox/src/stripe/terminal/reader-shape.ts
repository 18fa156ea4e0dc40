import { randomInt } from 'node:crypto';
import type Stripe from 'stripe';
import { newId } from '../ids.ts';
import type { Scope } from '../world.ts';

/** The codes that register a simulated reader, and what it then is. */
const SIMULATED = {
  'simulated-wpe': 'simulated_wisepos_e',
  'simulated-s700': 'simulated_stripe_s700',
  'simulated-s710': 'simulated_stripe_s710',
} as const satisfies Record<string, Stripe.Terminal.Reader.DeviceType>;

export const deviceOf = (code: string): Stripe.Terminal.Reader.DeviceType | undefined =>
  Object.hasOwn(SIMULATED, code) ? SIMULATED[code as keyof typeof SIMULATED] : undefined;

const serialNumber = (code: string): string =>
  `${code}-${Array.from({ length: 3 }, () =>
    randomInt(36 ** 3)
      .toString(36)
      .padStart(3, '0'),
  ).join('-')}`;

export interface NewReader {
  readonly code: string;
  readonly device: Stripe.Terminal.Reader.DeviceType;
  readonly label: string | undefined;
  readonly location: string;
  readonly metadata: Stripe.Metadata;
}

/** A simulated reader: online, with nothing to do. */
export const newReader = (scope: Scope, { code, device, label, location, metadata }: NewReader) => {
  const serial = serialNumber(code);
  return scope.tables.readers.put({
    id: newId('tmr'),
    object: 'terminal.reader',
    action: null,
    device_sw_version: '2.42.0.0',
    device_type: device,
    ip_address: '0.0.0.0',
    label: label ?? serial,
    last_seen_at: scope.now() * 1000,
    livemode: false,
    location,
    metadata,
    serial_number: serial,
    status: 'online',
  });
};
