import { takenFrom } from '../event/taken-from.ts';
import { staff } from '../people/role.ts';
import { statusOf } from '../questions/status-of.ts';
import { command, noun, recordedCommand } from '../state/noun.ts';
import * as commands from './commands.ts';
import { setDisplay } from './displays-rules.ts';
import { repairStages } from './invariants.ts';
import { stageRefusals } from './refusals.ts';
import { black, show } from './rules.ts';

/** Stages: what the projector of each room shows, and the displays that stand for it. */
export const stage = noun('stage', {
  refusals: stageRefusals,
  tables: {
    stages: {
      texts: ['show'],
      instants: ['since', 'seenFrom'],
      unaudited: ['seenFrom'],
      repaired: ['show', 'since', 'seenFrom'],
    },
    displays: { texts: ['name'], untold: ['name'], gone: () => ({ removed: true }), sparse: true },
  },
  repair: repairStages,
  // [V25] What stands on a screen counts as taken from then on.
  due: ({ tables }) => [...tables.stages.values()].map(takenFrom),
  kinds: [
    command(commands.stageShowSchema, {
      by: staff,
      dependsOn: ({ show: shown }) => (shown.kind === 'question' ? statusOf(shown) : undefined),
      record({ room, show: shown }, recorder) {
        if (shown.kind !== 'message') return { room, show: shown };
        const before = recorder.state?.tables.stages.get(room)?.show;
        const standing = before?.kind === 'message' ? [before.text] : [];
        return { room, show: { ...shown, text: recorder.line('show.text', shown.text, standing) } };
      },
      rule: show,
    }),
    command(commands.stageBlackSchema, { by: staff, rule: black }),
    recordedCommand(commands.displaySetSchema, commands.displaySetData, {
      by: staff,
      record({ name, ...said }, recorder) {
        if (name == null) return { ...said, name };
        const standing = [recorder.state?.tables.displays.get(said.display)?.name];
        return { ...said, name: recorder.line('name', name, standing) };
      },
      rule: setDisplay,
    }),
  ],
});
