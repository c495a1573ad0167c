import { useCallback, useEffect, useState } from 'react';
import type { AuditEntry } from '../../../shared/views/audit.ts';
import { useConnection } from '../../connection/hooks.tsx';
import { eventPath } from '../../connection/http.ts';
import { audit } from '../../connection/staff-requests.ts';
import { Badge } from '../../look/badge.tsx';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { clockTime } from '../../look/zones.ts';
import { staffSentence } from '../../refusals/staff.ts';
import { historyMessages } from '../messages/history.en.ts';
import { aboutOf, linesOf, type Names, sentenceOf, unknownIn, whoOf } from './history-lines.ts';
import css from './side-panel.module.css';
import { SidePanel } from './side-panel.tsx';

const say = catalogue(historyMessages);

/** How long after the log moved the list is read again, in milliseconds: many entries are read as one. */
const settle = 500;

/** Who of the staff did what when, the newest first, with old and new values; each can be taken back from here. */
export function HistoryPanel({
  slug,
  zone,
  names,
  onUnknown,
  onUndo,
  onClose,
}: {
  slug: string;
  zone: string;
  names: Names;
  /** These questions are told of, and `names` does not know them. */
  onUnknown: (questions: readonly string[]) => void;
  onUndo: (seq: number, label: string) => void;
  onClose: () => void;
}) {
  const { entries, more, problem, earlier } = useAudit(slug);
  const unknown = unknownIn(entries ?? [], names.questions ?? {}).join(' ');
  useEffect(() => {
    if (unknown !== '') onUnknown(unknown.split(' '));
  }, [unknown, onUnknown]);
  return (
    <SidePanel title={say('history.title')} onClose={onClose}>
      <p className={css.actions}>
        {say('history.export')}
        {(['xlsx', 'csv', 'json'] as const).map((format) => (
          <a key={format} href={`${eventPath(slug)}/export/audit.${format}`} download>
            {format.toUpperCase()}
          </a>
        ))}
      </p>
      {problem !== null && <p role="alert">{say('history.failed', { why: problem })}</p>}
      {entries === null && problem === null && <p>{say('history.loading')}</p>}
      {entries?.length === 0 && <p>{say('history.none')}</p>}
      <ol className={css.entries}>
        {entries?.map((entry) => (
          <Entry key={entry.seq} entry={entry} zone={zone} names={names} onUndo={onUndo} />
        ))}
      </ol>
      {more && <Button onClick={earlier}>{say('history.more')}</Button>}
    </SidePanel>
  );
}

function Entry({
  entry,
  zone,
  names,
  onUndo,
}: {
  entry: AuditEntry;
  zone: string;
  names: Names;
  onUndo: (seq: number, label: string) => void;
}) {
  const [asked, setAsked] = useState(false);
  const label = sentenceOf(entry, aboutOf(entry, names.questions ?? {}));
  return (
    <li className={css.line}>
      <p dir="auto">
        <span className={css.note}>{clockTime(Date.parse(entry.at), zone, true)}</span> {label}{' '}
        {entry.undoneBy !== null && <Badge>{say('history.undone')}</Badge>}
      </p>
      {linesOf(entry, names).map((line) => (
        <p key={line} className={css.note} dir="auto">
          {line}
        </p>
      ))}
      {entry.undoable && entry.undoneBy === null && (
        <Button
          size="small"
          kind={asked ? 'danger' : 'plain'}
          onBlur={() => setAsked(false)}
          onClick={() => {
            if (asked) onUndo(entry.seq, label);
            setAsked(!asked);
          }}
        >
          {asked
            ? say('history.really', { name: whoOf(entry) })
            : say(entry.type === 'undo' ? 'history.redo' : 'history.undo')}
        </Button>
      )}
    </li>
  );
}

/** The audit trail, read again as the log moves; `earlier` reads what was done before what is listed. */
function useAudit(slug: string) {
  const { seq } = useConnection();
  const [read, setRead] = useState<{ entries: AuditEntry[]; more: boolean } | null>(null);
  const [older, setOlder] = useState<{ entries: AuditEntry[]; more: boolean } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the log moved, so it is read again
  useEffect(() => {
    let here = true;
    const timer = setTimeout(async () => {
      const answer = await audit(slug, null);
      if (!here) return;
      if (answer.ok) setRead(answer.value);
      setProblem(answer.ok ? null : staffSentence(answer.refusal));
    }, settle);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [slug, seq]);
  const listed = read && merged(read.entries, older?.entries ?? []);
  const last = listed?.at(-1)?.seq ?? null;
  const earlier = useCallback(async () => {
    const answer = await audit(slug, last);
    if (answer.ok)
      setOlder((before) => ({
        entries: merged(before?.entries ?? [], answer.value.entries),
        more: answer.value.more,
      }));
    else setProblem(staffSentence(answer.refusal));
  }, [slug, last]);
  return {
    entries: listed,
    more: (older ?? read)?.more ?? false,
    problem,
    earlier: () => void earlier(),
  };
}

/** Two pages as one list, the newest first; what stands in both is told as the first one has it. */
function merged(newer: readonly AuditEntry[], older: readonly AuditEntry[]): AuditEntry[] {
  const known = new Set(newer.map(({ seq }) => seq));
  return [...newer, ...older.filter(({ seq }) => !known.has(seq))].sort((a, b) => b.seq - a.seq);
}
