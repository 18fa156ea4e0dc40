export interface Sms {
  /** As E.164. */
  readonly to: string;
  readonly text: string;
  /** The message that it is, by which its delivery is reported. */
  readonly organizationId: string;
  readonly messageId: string;
}

/**
 * `SENT` with the provider's id; `REFUSED` for what the provider has said it does not take; `UNCLEAR` where nobody knows
 * whether it has gone out. Twilio knows no idempotency key, so an unclear one is never sent again (rule 23).
 */
export type SmsOutcome =
  | { readonly state: 'SENT'; readonly providerRef: string }
  | { readonly state: 'REFUSED' | 'UNCLEAR'; readonly reason: string };

export interface Texter {
  readonly send: (sms: Sms) => Promise<SmsOutcome>;
}

export interface TexterSettings {
  readonly accountSid: string;
  readonly authToken: string;
  /** The number or sender that every SMS comes from. */
  readonly from: string;
  /** A stand-in in demo mode; null: Twilio itself. */
  readonly apiBase: string | null;
  /** The desk's own address, for reports; Twilio takes none that it cannot reach. */
  readonly publicUrl: string;
}

const TIMEOUT_MS = 15_000;

const isReachable = ({ publicUrl, apiBase }: TexterSettings): boolean =>
  apiBase !== null || publicUrl.startsWith('https:');

/** The SDK is large and most businesses send few SMS: it is loaded with the first one. */
const connect = async ({ accountSid, authToken, apiBase }: TexterSettings) => {
  const { default: twilio } = await import('twilio');
  const httpClient = new twilio.RequestClient({ timeout: TIMEOUT_MS });
  // The SDK knows only Twilio's own hosts.
  if (apiBase)
    httpClient.axios.interceptors.request.use((config) => ({
      ...config,
      url: (config.url ?? '').replace('https://api.twilio.com', apiBase),
    }));
  return { client: twilio(accountSid, authToken, { httpClient }), RestException: twilio.RestException };
};

/** Where Twilio reports what becomes of an SMS. Its signature is over this very address. */
export const reportUrl = (
  publicUrl: string,
  { organizationId, messageId }: Pick<Sms, 'organizationId' | 'messageId'>,
): string => `${publicUrl}/webhooks/twilio/${organizationId}/${messageId}`;

/** SMS through Twilio's SDK. */
export const createTexter = (settings: TexterSettings): Texter => {
  let connected: ReturnType<typeof connect> | null = null;
  return {
    send: async (sms) => {
      connected ??= connect(settings);
      const { client, RestException } = await connected;
      try {
        const { sid } = await client.messages.create({
          ...{ to: sms.to, from: settings.from, body: sms.text },
          ...(isReachable(settings) ? { statusCallback: reportUrl(settings.publicUrl, sms) } : {}),
        });
        return { state: 'SENT', providerRef: sid };
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const isAnswer = error instanceof RestException && error.status < 500;
        return { state: isAnswer ? 'REFUSED' : 'UNCLEAR', reason };
      }
    },
  };
};
