import type { Difference, PreviewRow } from '../../../shared/wire/import.ts';
import { Badge } from '../../look/badge.tsx';
import { catalogue } from '../../look/messages.ts';
import { inOneLine } from '../../look/written.ts';
import { clockTime, dayIn, dayName } from '../../look/zones.ts';
import { importMessages } from '../messages/import-messages.en.ts';
import css from './preview-table.module.css';

const say = catalogue(importMessages);

/** Most rows that are drawn at once; those of which something was said are drawn however many there are. */
const most = 200;

/** The sessions of a file as they were read, times by the event's clock, and below each what was said of it. */
export function PreviewTable(props: {
  rows: readonly PreviewRow[];
  zone: string;
  /** What becomes of an event's own sessions, said at their rows; not given where an event is made. */
  difference?: Difference | undefined;
}) {
  const { rows, zone, difference } = props;
  const shown = rows.filter(({ notes }, index) => index < most || notes.length > 0);
  const rooms = rows.some(({ room }) => room !== null);
  const columns = rooms ? 5 : 4;
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <caption className="unseen">{say('preview.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('preview.time')}</th>
            <th scope="col">{say('field.title')}</th>
            <th scope="col">{say('field.kind')}</th>
            {rooms && <th scope="col">{say('field.room')}</th>}
            <th scope="col">{say('field.speakers')}</th>
          </tr>
        </thead>
        {shown.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file may repeat, and never change places
          <tbody key={index}>
            <Row
              row={row}
              before={shown[index - 1]}
              zone={zone}
              rooms={rooms}
              mark={markOf(row, difference)}
            />
            {row.notes.map((note) => (
              <tr key={note} className={css.noted}>
                <td colSpan={columns}>
                  {row.line === undefined
                    ? note
                    : say('issue.at', { where: say('issue.line', { line: row.line }), message: note })}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
        {difference?.removed.map(({ id, title, start }) => (
          <tbody key={id}>
            <tr>
              <td className={css.times}>
                <span className={css.day}>{dayName(dayIn(Date.parse(start), zone), 'short')}</span>
                {clockTime(Date.parse(start), zone)}
              </td>
              <td className={css.title} dir="auto" colSpan={columns - 1}>
                <s>{title}</s> <Badge kind="danger">{say('preview.removed')}</Badge>
              </td>
            </tr>
          </tbody>
        ))}
      </table>
      {shown.length < rows.length && <p>{say('report.more', { count: rows.length - shown.length })}</p>}
    </div>
  );
}

type Mark = 'new' | 'changed';

/** Whether a row is new to the event or changes it; a changed session is known by its title, a new one by its start, too. */
function markOf({ title, start }: PreviewRow, difference: Difference | undefined): Mark | undefined {
  if (difference === undefined) return undefined;
  const isSame = (other: { title: string; start: string }) =>
    other.title === title && Date.parse(other.start) === Date.parse(start);
  if (difference.added.some(isSame)) return 'new';
  return difference.changed.some((session) => titleAfter(session) === title) ? 'changed' : undefined;
}

/** A changed session's title as the file has it. */
function titleAfter({ title, fields }: Difference['changed'][number]): unknown {
  return fields.find(({ field }) => field === 'title')?.after ?? title;
}

function Row(props: {
  row: PreviewRow;
  before: PreviewRow | undefined;
  zone: string;
  rooms: boolean;
  mark: Mark | undefined;
}) {
  const { row, before, zone, rooms, mark } = props;
  const at = (instant: string) => Date.parse(instant);
  const day = dayIn(at(row.start), zone);
  const isNewDay = before === undefined || dayIn(at(before.start), zone) !== day;
  return (
    <tr data-noted={row.notes.length > 0}>
      <td className={css.times}>
        {isNewDay && <span className={css.day}>{dayName(day, 'short')}</span>}
        {clockTime(at(row.start), zone)}–{clockTime(at(row.end), zone)}
      </td>
      <td className={css.title} dir="auto">
        {row.title}{' '}
        {mark !== undefined && <Badge kind={mark === 'new' ? 'ok' : 'late'}>{say(`preview.${mark}`)}</Badge>}
      </td>
      <td>{say(`kind.${row.kind}`)}</td>
      {rooms && <td dir="auto">{row.room ?? ''}</td>}
      <td>{inOneLine(row.speakers)}</td>
    </tr>
  );
}
