import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { importQuerySchema } from '../server/http/import-query.ts';
import { model } from '../shared/model.ts';
import type { Kind } from '../shared/state/noun.ts';
import * as audit from '../shared/wire/audit.ts';
import * as down from '../shared/wire/down.ts';
import * as questions from '../shared/wire/questions.ts';
import { httpStatus } from '../shared/wire/reasons.ts';
import { refusalCodes } from '../shared/wire/refusal-codes.ts';
import * as requests from '../shared/wire/requests.ts';
import * as up from '../shared/wire/up.ts';
import { protocolVersion } from '../shared/wire/version.ts';
import { textsIn } from './icu-catalogues.ts';
import { namedTypes, typeNames } from './protocol-types.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;
type Described = JsonSchema | boolean | undefined;

/** The reference of the wire as a page of Markdown, made from the schemas that both ends parse with. */
export function protocolPage(): string {
  return [
    '# Protocol',
    '',
    `Generated from the schemas in \`shared/\` by \`npm run protocol\`; a test compares. Protocol ${protocolVersion}.`,
    '',
    'All instants are ISO 8601 in UTC with milliseconds. Null and absent mean the same: no value. Upward, unknown fields',
    'are refused; downward, clients ignore them. How these messages are used stands in',
    '[rules.md](rules.md); `?` marks what may be left out.',
    '',
    '## Commands',
    '',
    'Sent as `command` over the socket or `POST /api/events/:slug/commands`. `id` is a UUID v4 of the sender’s; `seen` is',
    `the seq that staff acted on. The answer is an ${linkTo('Outcome')}.`,
    '',
    ...model.kinds.flatMap(commandPart),
    '## Client → server',
    '',
    ...part('Handshake `auth`', up.handshakeSchema),
    ...part('Message `resume`', up.resumeSchema),
    ...part('Message `clock`', up.clockSchema),
    ...part('Message `drawn`', up.drawnSchema),
    ...part('Message `at`', up.atSchema),
    ...part('Message `identify`', up.identifySchema),
    '## Server → client',
    '',
    ...part('Message `view`', down.viewMessageSchema),
    ...part('Message `patch`', down.patchMessageSchema),
    ...part('Message `beat`', down.beatMessageSchema),
    ...part('Message `presence`', down.presenceMessageSchema),
    ...part('Message `stale`', down.staleMessageSchema),
    ...part('Message `bye`', down.byeMessageSchema),
    ...part('Message `identify`', down.identifyMessageSchema),
    '## Refusals',
    '',
    `Every refusal is a ${linkTo('Refusal')}.`,
    '',
    '| reason | HTTP status |',
    '|---|---|',
    ...Object.entries(httpStatus).map(([reason, status]) => `| \`${reason}\` | ${status} |`),
    '',
    'What `code` says of each reason; a newer server knows more of them. `{…}` is a fact of the refusal.',
    '',
    '| reason | code | message |',
    '|---|---|---|',
    ...Object.keys(httpStatus).flatMap(codesOf),
    '',
    '## HTTP',
    '',
    ...part('`POST /api/events/:slug/join`', requests.joinBodySchema),
    `Its answer, 201: ${linkTo('Joined')}.`,
    '',
    ...part('`POST /api/events/:slug/redeem`', requests.redeemBodySchema),
    `Its answer, 201: ${linkTo('Redeemed')}.`,
    '',
    ...part('`POST /api/events/:slug/invites`, staff', requests.inviteBodySchema),
    `Its answer, 201: ${linkTo('Invited')}.`,
    '',
    ...part('`POST /api/events/:slug/rooms/:room/do/:action`, staff', requests.doBodySchema),
    `\`:action\` is a ${linkTo('DeskKey')}; \`:room\` may be \`*\` for black. \`on\` and \`minutes\` may stand in the query. The`,
    `answer is the ${linkTo('Outcome')} of the command that the key sends.`,
    '',
    ...part('`GET /api/events/:slug/audit`, staff, its query', audit.auditQuerySchema),
    `Its answer: ${linkTo('Audit')}.`,
    '',
    ...part('`GET /api/events/:slug/questions`, staff, its query', questions.questionQuerySchema),
    'What a desk’s view leaves out. Lists have commas between, `limit` is 100 where nothing is said, and unknown parameters are',
    `refused. Its answer: ${linkTo('QuestionPage')}.`,
    '',
    ...part('`PUT /api/events/:slug/logo`, staff, its query', requests.logoQuerySchema),
    'The body is the file, a PNG or an SVG of at most 100,000 bytes: no frame carries so much. It is looked at by its bytes and',
    `sets \`policy.look.logo\` by \`policy.set\`, which takes it away by null. Its answer: ${linkTo('Outcome')}.`,
    '',
    '### `GET /api/events/:slug/logo`',
    '',
    'The file as it was sent, with its type; no badge (with a passcode: `?key=`). With `?v=` and the digest that views have in',
    '`policy.look.logo` it may be kept for ever. Draw it as a picture alone: an SVG is never put into a page.',
    '',
    ...part('`POST /api/events`, who may make events, its query', importQuerySchema),
    'The body is a file of any known format, or an event file as JSON. With `copyOf`, in the query or in a body of JSON that',
    'says the same fields, that event is made again. `rows=1` asks for the sessions of the file, one by one.',
    `Its answer, 201: ${linkTo('MadeEvent')}; with \`dry=1\` nothing is made: 200 and ${linkTo('Imported')}.`,
    '',
    '### `POST /api/events/:slug/import`, organizer',
    '',
    'What the file changes of the event; with `dry=1` it is only looked at. The query has the fields above but for `copyOf`.',
    '`seen` is the seq that was looked at, `removeOnAir` names sessions on air that may go. `same` answers which sessions of the',
    'file are sessions of the event under another title: `NEW:OLD`, or `NEW:` for one that is new.',
    `Its answer: ${linkTo('Imported')}.`,
    '',
    '### `GET /api/events/:slug/programme`, organizer',
    '',
    `The event as an event file: ${linkTo('ProgrammeFile')}.`,
    '',
    '### `GET /api/events`',
    '',
    `Its answer: list of ${linkTo('ListedEvent')}.`,
    '',
    '### `GET /api/installation`',
    '',
    `Whether whoever asks may make events, by their cookies or token: ${linkTo('InstallationView')}. Told to anybody.`,
    '',
    '## Types',
    '',
    'What the tables above and below name, each once.',
    '',
    ...namedTypes.flatMap(([name, schema]) => typePart(name, schema)),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

/** The rows of the codes of one reason, with their English sentences. */
function codesOf(reason: string): string[] {
  const said = textsIn(readFileSync(new URL('../server/refusals/sentences.en.ts', import.meta.url), 'utf8'));
  return Object.entries(refusalCodes)
    .filter(([, of]) => of === reason)
    .map(([code]) => `| \`${reason}\` | \`${code}\` | ${said.get(code)} |`);
}

function commandPart({ type, schema, by, durable }: Kind): string[] {
  if (schema === null || typeof by === 'string') return [];
  const json = described(schema);
  const { type: _type, id: _id, seen: _seen, ...fields } = json.properties ?? {};
  const kept = durable ? ' A phone may keep it while it is offline, and say it later under its id.' : '';
  return [`### \`${type}\``, '', `By: ${by.join(', ')}.${kept}`, '', ...table(fields, json.required ?? [])];
}

function part(title: string, schema: z.core.$ZodType): string[] {
  const json = described(schema);
  return [`### ${title}`, '', ...table(json.properties ?? {}, json.required ?? [])];
}

/** The section of a named type: its fields, or what it is one of. */
function typePart(name: string, schema: z.core.$ZodType): string[] {
  const json = described(schema);
  if (json.properties) return [`### ${name}`, '', ...table(json.properties, json.required ?? [])];
  const options = json.anyOf ?? json.oneOf;
  const lines = options
    ? ['One of', '', ...options.map((option) => `- ${typeOf(option)}`)]
    : [`${typeOf(json)}`];
  return [`### ${name}`, '', ...lines, ''];
}

/** A schema as JSON Schema in which all named types but itself are references. */
function described(schema: z.core.$ZodType): JsonSchema {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', metadata: typeNames });
  return json.$ref === undefined ? json : (json.$defs?.[nameIn(json.$ref)] ?? json);
}

function nameIn(reference: string): string {
  return reference.replace('#/$defs/', '');
}

function linkTo(name: string): string {
  return `[${name}](#${name.toLowerCase()})`;
}

function table(fields: Record<string, Described>, required: readonly string[]): string[] {
  const rows = Object.entries(fields).map(
    ([name, field]) =>
      `| \`${name}\`${required.includes(name) ? '' : '?'} | ${typeOf(field).replaceAll('|', '\\|')} |`,
  );
  return rows.length === 0 ? ['No fields.', ''] : ['| field | type |', '|---|---|', ...rows, ''];
}

/** A type in few words: what a reader needs to send it right. */
function typeOf(field: Described): string {
  if (typeof field !== 'object') return 'anything';
  if (field.$ref !== undefined) return linkTo(nameIn(field.$ref));
  if (field.const !== undefined) return `\`${JSON.stringify(field.const)}\``;
  if (field.enum) return field.enum.map((each) => `\`${String(each)}\``).join(' | ');
  const options = field.anyOf ?? field.oneOf;
  if (options) return options.map(typeOf).join(' | ');
  if (Array.isArray(field.type)) return field.type.map((type) => typeOf({ ...field, type })).join(' | ');
  if (field.type === 'array')
    return `list of (${typeOf(Array.isArray(field.items) ? field.items[0] : field.items)})${field.maxItems === undefined ? '' : `, at most ${field.maxItems}`}`;
  if (field.type === 'object') return objectOf(field);
  if (field.type === 'string') return stringOf(field);
  if (field.type === 'integer' || field.type === 'number') return numberOf(field);
  return field.type === undefined ? 'anything' : String(field.type);
}

function objectOf(field: JsonSchema): string {
  if (field.properties) {
    const inner = Object.entries(field.properties).map(
      ([name, each]) => `${name}${field.required?.includes(name) ? '' : '?'}: ${typeOf(each)}`,
    );
    return `{${inner.join(', ')}}`;
  }
  return typeof field.additionalProperties === 'object' && Object.keys(field.additionalProperties).length > 0
    ? `by id: ${typeOf(field.additionalProperties)}`
    : 'object';
}

function stringOf(field: JsonSchema): string {
  const format = field.format === 'uuid' ? 'UUID v4' : field.format === 'date-time' ? 'instant' : 'text';
  return field.maxLength === undefined ? format : `${format}, at most ${field.maxLength} characters`;
}

function numberOf(field: JsonSchema): string {
  const bounds = [field.minimum, field.maximum].map((bound) =>
    bound === undefined || Math.abs(bound) > 1e12 ? '' : String(bound),
  );
  return bounds.every((bound) => bound === '') ? 'number' : `number ${bounds.join('…')}`;
}
