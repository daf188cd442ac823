import { z } from 'zod'
import { type Endpoint, endpoints, type Parameter } from './endpoints'
import { BidInput, Problem } from './schemas'

type Json = Record<string, unknown>

/**
 * The OpenAPI 3.1 document of the public API: everything that can be read, and the one endpoint that takes a bid.
 * @param origin the portal's public address
 */
export function writeOpenapi(origin: string): Json {
  const paths = endpoints.map((endpoint) => [endpoint.path, { get: describeGet(endpoint) }])
  return {
    openapi: '3.1.1',
    info: {
      title: 'Short names in .ORG',
      version: '1',
      description:
        'What the portal publishes, without a key. A field that is not public yet is null. What does not exist and what is not public look the same: 404.',
    },
    servers: [{ url: origin }],
    paths: { ...Object.fromEntries(paths), '/api/v1/lots/{lot}/bids': { post: describeBid() } },
    components: {
      schemas: { Problem: schemaOf(Problem) },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-session' } },
    },
  }
}

function describeGet({ path, what, note, parameters = [], schema, csv }: Endpoint): Json {
  const forms =
    csv && schema
      ? [
          {
            name: 'format',
            what: 'json unless said; csv comes whole, without pages',
            values: ['json', 'csv'],
          },
        ]
      : []
  return {
    operationId: operationId(path),
    summary: what,
    ...(note && { description: `${note[0]!.toUpperCase()}${note.slice(1)}.` }),
    parameters: [...parameters, ...forms].map(describeParameter),
    responses: {
      200: {
        description: 'As it stands now',
        headers: { etag: { description: 'For If-None-Match', schema: { type: 'string' } } },
        content: {
          ...(schema && { 'application/json': { schema: schemaOf(schema) } }),
          ...(csv && { 'text/csv': { schema: { type: 'string' } } }),
        },
      },
      304: { description: 'Unchanged since the ETag that was sent' },
      default: problem('There is no such thing, the question cannot be read, or too many were asked'),
    },
  }
}

function describeParameter({ name, what, of, values }: Parameter): Json {
  return {
    name,
    in: of ?? 'query',
    required: of === 'path',
    description: what,
    schema: { type: 'string', ...(values && { enum: values }) },
  }
}

/** The one write: for bidders of a lot, signed in. */
function describeBid(): Json {
  const header = { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string' } }
  return {
    operationId: 'placeBid',
    summary: 'Place a bid, as a bidder of the lot who is signed in',
    description: 'The same key gives the same answer. Every attempt has a signed receipt.',
    security: [{ session: [] }],
    parameters: [describeParameter({ name: 'lot', what: 'The id of a lot', of: 'path' }), header],
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(BidInput) } } },
    responses: {
      201: { description: 'Committed', content: { 'application/json': { schema: { type: 'object' } } } },
      default: problem('Refused, with the code and, where a bid was read, its receipt'),
    },
  }
}

function problem(description: string): Json {
  return {
    description,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
}

function schemaOf(schema: z.ZodType): Json {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { target: 'draft-2020-12' })
  return described
}

/** `getResultsBids` of `/api/v1/results/{key}/bids`. */
function operationId(path: string): string {
  const words = path
    .replace('/api/v1/', '')
    .split('/')
    .map((part) => part.replace(/\{(\w+)\}/, 'by-$1'))
    .join('-')
  return `get-${words}`.replace(/[-.](\w)/g, (_whole, letter: string) => letter.toUpperCase())
}
