import type { EventView } from '../../../shared/views/view.ts';
import { ConnectionBanner } from '../../look/connection-banner.tsx';
import { ClockNotice } from '../../rundown/clock-notice.tsx';
import { ProgrammeBar } from '../programme/programme-bar.tsx';
import css from './desk.module.css';
import { NoticeLine } from './notice-line.tsx';
import type { DeskState } from './use-desk.ts';

/** Below the lists: what is on and what can be done about it, and the line that says what was done. */
export function DeskFoot({
  event,
  desk: { watched, actions, commands },
}: {
  event: EventView;
  desk: DeskState;
}) {
  return (
    <footer className={css.foot}>
      {!event.closed && (
        <ProgrammeBar event={event} programme={watched.programme} actions={actions.session} />
      )}
      <div className={css.footEnd}>
        <ClockNotice event={event} />
        <ConnectionBanner />
        <NoticeLine notice={commands.notice} onUndo={commands.undo} onGone={commands.dismiss} />
      </div>
    </footer>
  );
}
