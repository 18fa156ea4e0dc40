import { giroCode } from '@zahlwerk/domain/invoices/giro-code';
import { toBuffer } from 'qrcode';
import type { Mail, TransferBlock } from './mail.ts';

/** A picture that the HTML refers to as `cid:<contentId>`. */
export interface InlineAttachment {
  readonly filename: string;
  readonly contentType: 'image/png';
  readonly contentId: string;
  readonly content: Uint8Array;
}

export const GIRO_CODE_ID = 'girocode';

/** Shown at 148 px; three times as many pixels keep it sharp on phones and in print. */
const PIXELS = 444;

/** The GiroCode's text (EPC069-12), or null where there can be none: another currency, nothing open, an unfit holder. */
export const giroCodePayload = ({ account, amount, reference }: TransferBlock): string | null => {
  const code = giroCode({ ...account, amount, reference });
  // A broken surrogate cannot be written as UTF-8; the bank data in words stay.
  return code.ok && code.payload.isWellFormed() ? code.payload : null;
};

/** The GiroCodes of a message as attached pictures: most clients block `data:` addresses, none blocks these. */
export const giroCodeAttachments = async ({ blocks }: Mail): Promise<readonly InlineAttachment[]> => {
  const transfer = blocks.find((block): block is TransferBlock => block.type === 'transfer');
  const payload = transfer ? giroCodePayload(transfer) : null;
  if (payload === null) return [];
  // EPC069-12 asks for error correction M; the quiet zone of four modules is part of the picture, also on dark ground.
  const content = await toBuffer(payload, {
    errorCorrectionLevel: 'M',
    margin: 4,
    width: PIXELS,
    type: 'png',
  });
  return [
    {
      filename: 'girocode.png',
      contentType: 'image/png',
      contentId: GIRO_CODE_ID,
      content: new Uint8Array(content),
    },
  ];
};
