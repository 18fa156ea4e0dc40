import { describe, expect, it } from 'vitest';
import { previewHtml } from './preview.ts';
import { renderMessage } from './render.ts';
import { SAMPLES } from './samples.fixture.ts';

describe('the preview of a message', () => {
  it('holds its pictures, because a browser resolves no content ids', async () => {
    const html = previewHtml(await renderMessage('invoice', 'de', SAMPLES.invoice));
    expect(html).toMatch(/<img[^>]* src="data:image\/png;base64,iVBORw0KGgo[A-Za-z0-9+/=]+"/);
    expect(html).not.toContain('cid:');
  });

  it('is the mail itself where there is no picture', async () => {
    const message = await renderMessage('receipt', 'de', SAMPLES.receipt);
    expect(previewHtml(message)).toBe(message.html);
  });
});
