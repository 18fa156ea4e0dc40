import type { RenderedMessage } from './render.ts';

/**
 * The HTML with its pictures inside, for showing a message in a browser (in a sandboxed frame), where nobody resolves
 * `cid:` addresses. Not for sending.
 */
export const previewHtml = ({ html, attachments }: RenderedMessage): string =>
  attachments.reduce(
    (shown, { contentId, contentType, content }) =>
      shown.replaceAll(
        `cid:${contentId}`,
        `data:${contentType};base64,${Buffer.from(content).toString('base64')}`,
      ),
    html,
  );
