import type { Difference, Imported } from '../../../shared/wire/import.ts';
import type { Issue, SpokenRefusal } from '../../../shared/wire/refusals.ts';
import { catalogue } from '../../look/messages.ts';
import { staffSentence } from '../../refusals/staff.ts';
import { importMessages } from '../messages/import-messages.en.ts';
import { differenceLines } from './difference-lines.ts';
import css from './import.module.css';
import { PreviewTable } from './preview-table.tsx';

const say = catalogue(importMessages);

/** Most lines of one kind that are shown at once. */
const most = 200;

/** What was read of a file, what was left out and why, what was assumed; and its sessions, each with what was said of it. */
export function Report({
  format,
  report,
  rows = [],
  zone,
  difference,
}: Omit<Imported, 'difference'> & { zone: string; difference?: Difference | undefined }) {
  const { sessions, of, papers, skipped, warnings } = report;
  const atRows = new Set(rows.flatMap(({ notes }) => notes));
  const others = warnings.filter(({ message }) => !atRows.has(message));
  return (
    <>
      <p>{say('report.read', { format, sessions, of, papers })}</p>
      <Lines
        heading={say('report.skipped', { count: skipped.length })}
        lines={skipped.map(({ where, why }) => say('issue.at', { where, message: why }))}
        open
      />
      <Lines heading={say('report.notes', { count: others.length })} lines={others.map(issueLine)} open />
      {rows.length > 0 && <PreviewTable rows={rows} zone={zone} difference={difference} />}
    </>
  );
}

/** What would change, kind by kind. */
export function Changes({ difference, zone }: { difference: Difference; zone: string }) {
  const groups = differenceLines(difference, zone);
  if (groups.length === 0) return <p>{say('diff.none')}</p>;
  return (
    <>
      {groups.map(({ heading, lines }) => (
        <Lines key={heading} heading={heading} lines={lines} open />
      ))}
    </>
  );
}

/** Why nothing was imported: every error with its place; or, in plain words, what the file leaves to be said. */
export function Errors({ refusal }: { refusal: SpokenRefusal }) {
  const issues = refusal.issues ?? [];
  if (asksOnly(refusal)) return issues.map(({ path, message }) => <p key={path}>{message}</p>);
  return (
    <div className={css.errors} role="alert">
      <p className={css.errorTitle}>{say('file.failed')}</p>
      {issues.length <= 1 ? (
        <p>{issues[0] ? issueLine(issues[0]) : staffSentence(refusal)}</p>
      ) : (
        <>
          <p>{staffSentence(refusal)}</p>
          <ul className={css.lines}>
            {issues.slice(0, most).map((issue) => (
              <li key={issueLine(issue)}>{issueLine(issue)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Whether nothing is wrong but that the file leaves something to be said. */
function asksOnly({ issues = [] }: SpokenRefusal): boolean {
  return issues.length > 0 && issues.every(({ path }) => asked.has(path));
}

/** What an import asks for where a file does not say it. */
const asked: ReadonlySet<string> = new Set(['timezone', 'date', 'slug']);

function Lines({
  heading,
  lines,
  open = false,
}: {
  heading: string;
  lines: readonly string[];
  open?: boolean;
}) {
  const shown = lines.filter((line) => line !== '');
  if (lines.length === 0) return null;
  if (shown.length === 0) return <p>{heading}</p>;
  return (
    <details className={css.details} open={open}>
      <summary>{heading}</summary>
      <ul className={css.lines}>
        {shown.slice(0, most).map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may repeat, and never change places
          <li key={index}>{line}</li>
        ))}
        {shown.length > most && <li>{say('report.more', { count: shown.length - most })}</li>}
      </ul>
    </details>
  );
}

/** An error or a note with its place: the line where the file has lines, else the field. */
function issueLine({ path, line, message }: Issue): string {
  const where = line === undefined ? path : say('issue.line', { line });
  return where === '' ? message : say('issue.at', { where, message });
}
