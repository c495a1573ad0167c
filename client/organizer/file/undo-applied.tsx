import { useState } from 'react';
import { useSend } from '../../connection/hooks.tsx';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { staffSentence } from '../../refusals/staff.ts';
import { programmeMessages } from '../messages/programme-messages.en.ts';

const say = catalogue(programmeMessages);

/** Takes a programme back that was just applied by the entry with this seq, and says so, or why it cannot be. */
export function UndoApplied({ entry }: { entry: number }) {
  const send = useSend();
  const [undone, setUndone] = useState<{ entry: number; words: string } | null>(null);
  if (undone?.entry === entry) return <p role="status">{undone.words}</p>;
  const undo = async () => {
    const outcome = await send({ type: 'undo', seq: entry });
    setUndone({
      entry,
      words: outcome.ok ? say('undo.done') : say('undo.not', { why: staffSentence(outcome) }),
    });
  };
  return (
    <Button size="small" onClick={() => void undo()}>
      {say('undo.do')}
    </Button>
  );
}
