import type Stripe from 'stripe';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { PAGINATION, pageOf } from '../http/pages.ts';
import { type FieldsOf, inRange, oneOf, type Parser, range, required } from '../http/parameters.ts';
import { invalidRequest, missing } from '../http/stripe-error.ts';
import { newId } from '../ids.ts';

interface Upload {
  readonly filename: string;
  readonly size: number;
  readonly type: string;
}

/** What Stripe takes as evidence. */
const TYPES: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

const upload: Parser<Upload> = {
  parse: (raw, path) => {
    if (typeof raw === 'string' || Array.isArray(raw)) throw invalidRequest('Invalid file', { param: path });
    const type = TYPES[String(raw.media_type)];
    if (!type) throw invalidRequest('Only PDF, JPEG and PNG files are accepted.', { param: path });
    return { filename: String(raw.filename), size: Number(raw.size), type };
  },
};

const purpose = oneOf('dispute_evidence');
const CREATE = { file: required(upload), purpose: required(purpose) };
const LIST = { ...PAGINATION, created: range, purpose } satisfies FieldsOf<Stripe.FileListParams>;

/** Files for evidence. Their content is not kept, only that they were uploaded. */
export const fileEndpoints: readonly Endpoint[] = [
  endpoint('POST', '/v1/files', CREATE, ({ scope, params: { file, purpose: wanted } }) =>
    scope.tables.files.put({
      id: newId('file'),
      object: 'file',
      created: scope.now(),
      expires_at: null,
      filename: file.filename,
      links: null,
      purpose: wanted,
      size: file.size,
      title: null,
      type: file.type,
      url: null,
    }),
  ),
  endpoint('GET', '/v1/files', LIST, ({ scope, params }) => {
    const files = scope.tables.files
      .newestFirst()
      .filter((file) => params.purpose === undefined || file.purpose === params.purpose)
      .filter((file) => params.created === undefined || inRange(file.created, params.created));
    return pageOf(files, params, '/v1/files');
  }),
  endpoint('GET', '/v1/files/:id', {}, ({ scope, id }) => {
    const file = scope.tables.files.get(id);
    if (!file) throw missing('file', id);
    return file;
  }),
];
