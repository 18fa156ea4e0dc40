import { expect, test } from 'vitest';
import { deviceName } from './device-name.ts';

test('a model is called as it is printed on the device, a simulated one is marked, a new one is not hidden', () => {
  expect(deviceName('stripe_s700')).toBe('Stripe S700');
  expect(deviceName('simulated_wisepos_e')).toBe('BBPOS WisePOS E (Test)');
  expect(deviceName('stripe_s900_pro')).toBe('stripe s900 pro');
});
