import { allows } from '../../../shared/questions/moves.ts';
import type { QuestionView, ReportView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { clockTime } from '../../look/zones.ts';

import { deskMessages } from '../messages/desk.en.ts';
import { textOf } from '../messages/question-text.ts';
import css from './side-panel.module.css';
import { SidePanel } from './side-panel.tsx';

const say = catalogue(deskMessages);

/** What people reported, the oldest first: one decision for each question, which settles all its reports. */
export function ReportsPanel({
  reports,
  questions,
  zone,
  onResolve,
  onDismiss,
  onBan,
  onClose,
}: {
  reports: readonly ReportView[];
  questions: Readonly<Record<string, QuestionView>>;
  zone: string;
  onResolve: (reports: readonly string[]) => void;
  onDismiss: (question: QuestionView, reports: readonly string[]) => void;
  onBan: (question: QuestionView, reports: readonly string[]) => void;
  onClose: () => void;
}) {
  const open = openReports(reports);
  return (
    <SidePanel title={say('reports.title')} onClose={onClose}>
      {open.length === 0 && <p>{say('reports.none')}</p>}
      <ul className={css.entries}>
        {open.map(({ question: id, reports: theirs }) => {
          const question = questions[id];
          if (!question) return null;
          const ids = theirs.map((report) => report.id);
          return (
            <li key={id} className={css.entry}>
              <blockquote className={css.quote} dir="auto">
                {textOf(question)}
              </blockquote>
              <ul className={css.whys}>
                {theirs.map((report) => (
                  <li key={report.id} dir="auto">
                    {say('reports.why', { time: clockTime(Date.parse(report.at), zone), why: report.why })}
                  </li>
                ))}
              </ul>
              <div className={css.actions}>
                <Button size="small" onClick={() => onResolve(ids)}>
                  {say('reports.fine')}
                </Button>
                {allows('dismiss', question.status) && (
                  <Button size="small" onClick={() => onDismiss(question, ids)}>
                    {say('reports.dismiss')}
                  </Button>
                )}
                {question.asker != null && question.banned !== true && (
                  <Button size="small" kind="danger" onClick={() => onBan(question, ids)}>
                    {say('reports.ban')}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </SidePanel>
  );
}

/** The reports that nobody settled, by question, the oldest first. */
export function openReports(
  reports: readonly ReportView[],
): { question: string; reports: readonly ReportView[] }[] {
  const open = reports.filter(({ resolved }) => !resolved).sort((a, b) => (a.at < b.at ? -1 : 1));
  return [...new Set(open.map(({ question }) => question))].map((question) => ({
    question,
    reports: open.filter((report) => report.question === question),
  }));
}
