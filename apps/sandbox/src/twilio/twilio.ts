import { createEmulator } from 'emulate';

/** Credentials and sender the stand-in knows; the program's demo mode uses the same. */
export const TWILIO_ACCOUNT_SID = 'AC00000000000000000000000000000000';
export const TWILIO_AUTH_TOKEN = 'twilio_test_auth_token';
export const TWILIO_PHONE_NUMBER = '+4915735990000';

export interface TwilioStandIn {
  readonly port: number;
  close(): Promise<void>;
}

/** Twilio by `emulate`: messages, verifications and an inspector page at `/`. Its state lives in memory only. */
export const startTwilio = async (hostname: string, port: number): Promise<TwilioStandIn> => {
  const emulator = await createEmulator({
    service: 'twilio',
    hostname,
    port,
    seed: {
      twilio: {
        account: {
          sid: TWILIO_ACCOUNT_SID,
          auth_token: TWILIO_AUTH_TOKEN,
          friendly_name: 'Zahlwerk Sandbox',
        },
        phone_numbers: [{ phone_number: TWILIO_PHONE_NUMBER, friendly_name: 'Zahlwerk Sandbox' }],
      },
    },
  });
  return { port: Number(new URL(emulator.url).port), close: () => emulator.close() };
};
