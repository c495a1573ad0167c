import { useState } from 'react';
import type { MessageView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { printedKey } from '../actions/printed-key.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './staff-messages.module.css';

const say = catalogue(deskMessages);

/** Which announcements to the staff this desk has not acknowledged yet, and how to acknowledge the oldest. */
export function useStaffMessages(messages: readonly MessageView[]) {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const open = messages
    .filter(({ id, to }) => to === 'staff' && !seen.has(id))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const [first] = open;
  return {
    open,
    /** False where there is nothing to acknowledge. */
    acknowledge(): boolean {
      if (!first) return false;
      setSeen((before) => new Set([...before, first.id]));
      return true;
    },
  };
}

/** What the staff was told, until this desk acknowledges it; it blocks nothing. */
export function StaffMessages({
  open,
  onAcknowledge,
}: {
  open: readonly MessageView[];
  onAcknowledge: () => void;
}) {
  const [first] = open;
  if (!first) return null;
  return (
    <div className={css.message} role="status">
      <p dir="auto">{say('staff.message', { text: first.text })}</p>
      <Button size="small" aria-keyshortcuts={printedKey('acknowledge')} onClick={onAcknowledge}>
        {say('do.acknowledge')}
        <kbd>{printedKey('acknowledge')}</kbd>
      </Button>
    </div>
  );
}
