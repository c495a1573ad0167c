import type { ReactNode } from 'react';
import type { Difference, Imported } from '../../../shared/wire/import.ts';
import type { Issue, SpokenRefusal } from '../../../shared/wire/refusals.ts';
import { catalogue } from '../../look/messages.ts';
import { staffSentence } from '../../refusals/staff.ts';
import { importMessages } from '../messages/import-messages.en.ts';
import { differenceLines, type NamedRoom } from './difference-lines.ts';
import css from './import.module.css';
import { PreviewTable } from './preview-table.tsx';

const say = catalogue(importMessages);

/** Most lines of one kind that are shown at once. */
const most = 200;

/**
 * What was read of a file and what was left out and why; then `children`, which is what comes of it; then what was assumed,
 * and its sessions, each with what was said of it.
 */
export function Report({
  format,
  report,
  rows = [],
  zone,
  difference,
  children,
}: Omit<Imported, 'difference'> & {
  zone: string;
  difference?: Difference | undefined;
  children?: ReactNode;
}) {
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
        wrong
      />
      {children}
      <Lines heading={say('report.notes', { count: others.length })} lines={others.map(issueLine)} open />
      {rows.length > 0 && <PreviewTable rows={rows} zone={zone} difference={difference} />}
    </>
  );
}

/** What would change, kind by kind; rooms by the names that they have now. */
export function Changes(props: { difference: Difference; zone: string; rooms: readonly NamedRoom[] }) {
  const { difference, zone, rooms } = props;
  const groups = differenceLines(difference, zone, rooms);
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
export function Errors(props: { refusal: SpokenRefusal; title?: string }) {
  const { refusal, title = say('file.failed') } = props;
  const issues = refusal.issues ?? [];
  if (asksOnly(refusal)) return issues.map(({ path, message }) => <p key={path}>{message}</p>);
  return (
    <div className={css.errors} role="alert">
      <p className={css.errorTitle}>{title}</p>
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

/** Places that say no more than a sentence does by itself. */
const ofAll: ReadonlySet<string> = new Set(['(file)', 'sessions', 'title', 'timezone', 'date']);

function Lines({
  heading,
  lines,
  open = false,
  wrong = false,
}: {
  heading: string;
  lines: readonly string[];
  open?: boolean;
  /** Something is lost by it. */
  wrong?: boolean;
}) {
  const shown = lines.filter((line) => line !== '');
  if (lines.length === 0) return null;
  if (shown.length === 0) return <p>{heading}</p>;
  return (
    <details className={css.details} data-wrong={wrong} open={open}>
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

/** An error or a note with its place: the line where the file has lines, else the field; none for what is said of all of it. */
function issueLine({ path, line, message }: Issue): string {
  const where = line !== undefined ? say('issue.line', { line }) : ofAll.has(path) ? '' : path;
  return where === '' ? message : say('issue.at', { where, message });
}
