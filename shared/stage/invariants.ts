import { canShow } from '../questions/find.ts';
import type { Afterwards } from '../state/afterwards.ts';
import { type Change, same, setFields } from '../state/change.ts';
import type { State } from '../state/state.ts';
import { unseen } from './rules.ts';
import type { StageRow } from './stage.ts';

/** [U6] A question that may not be shown any more leaves the stages; what leaves one was seen there until now. */
export function repairStages(state: State, after: Afterwards, now: number): Change[] {
  return [...after.rows('stages')].flatMap(([id, { show, black, since, seenFrom }]) => {
    const stage = state.tables.stages.get(id);
    if (!stage) return [];
    const shown = show.kind === 'question' ? after.row('questions', show.question) : undefined;
    const hidden = show.kind === 'question' && !(shown && canShow(shown));
    const then: Partial<StageRow> = hidden
      ? { show: { kind: 'auto' }, since: now }
      : { show, since, seenFrom };
    return [
      ...setFields('stages', stage, then),
      ...(black || !same(then.show, stage.show) ? unseen(state, stage, now) : []),
    ];
  });
}
