import * as z from 'zod/mini';
import * as audience from '../shared/event/audience.ts';
import * as policy from '../shared/event/policy.ts';
import * as participant from '../shared/people/participant.ts';
import * as role from '../shared/people/role.ts';
import * as scope from '../shared/people/scope.ts';
import * as sessionKind from '../shared/rundown/session-kind.ts';
import * as stage from '../shared/stage/commands.ts';
import * as show from '../shared/stage/show.ts';
import * as auditEntry from '../shared/views/audit.ts';
import * as views from '../shared/views/view.ts';
import * as audit from '../shared/wire/audit.ts';
import * as down from '../shared/wire/down.ts';
import * as http from '../shared/wire/http.ts';
import * as imports from '../shared/wire/import.ts';
import * as questions from '../shared/wire/questions.ts';
import * as refusals from '../shared/wire/refusals.ts';
import * as requests from '../shared/wire/requests.ts';

/** The types that the page of the protocol names, those of the views among them, in the order of their names. */
export const namedTypes: readonly (readonly [name: string, schema: z.core.$ZodType])[] = Object.entries({
  ...schemasOf(views),
  ...schemasOf(imports),
  Attendance: participant.attendanceSchema,
  Audience: audience.audienceSchema,
  Audit: audit.auditSchema,
  AuditEntry: auditEntry.auditEntrySchema,
  Choice: refusals.choiceSchema,
  DeskKey: requests.deskKeySchema,
  Invited: http.invitedSchema,
  Issue: refusals.issueSchema,
  Joined: http.joinedSchema,
  ListedEvent: http.listedEventSchema,
  InstallationView: http.installationSchema,
  OffAir: refusals.offAirSchema,
  Outcome: down.outcomeSchema,
  Person: http.personSchema,
  Policy: policy.policySchema,
  QuestionPage: questions.questionPageSchema,
  Redeemed: http.redeemedSchema,
  Refusal: refusals.refusalSchema,
  Role: role.roleSchema,
  Scope: scope.scopeSchema,
  SessionKind: sessionKind.sessionKindSchema,
  Show: stage.showSchema,
  Shown: show.shownSchema,
}).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Their names, by which a JSON schema refers to them. */
export const typeNames = z.registry<{ id: string }>();
for (const [id, schema] of namedTypes) typeNames.add(schema, { id });

/** Every schema that a file exports, `sessionViewSchema` as `SessionView`. */
function schemasOf(exported: Readonly<Record<string, unknown>>): Record<string, z.core.$ZodType> {
  return Object.fromEntries(
    Object.entries(exported).flatMap(([name, schema]) =>
      schema instanceof z.core.$ZodType
        ? [[`${name.charAt(0).toUpperCase()}${name.slice(1).replace(/Schema$/, '')}`, schema]]
        : [],
    ),
  );
}
