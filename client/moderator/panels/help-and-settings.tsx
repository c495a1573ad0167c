import type { EventView } from '../../../shared/views/view.ts';
import { base } from '../../connection/base.ts';
import { catalogue } from '../../look/messages.ts';
import { Segmented } from '../../look/segmented.tsx';
import { Switch } from '../../look/switch.tsx';
import type { Switches } from '../actions/stage-actions.ts';
import { deeds, type KeyMode, keyMap, keyModes } from '../keys/shortcuts.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './side-panel.module.css';
import { SidePanel } from './side-panel.tsx';

const say = catalogue(deskMessages);

/** How a key is written on it. */
const names: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑' };

/** A sign of the key map as keys are printed: `Shift+a` is ⇧A. */
function printed(sign: string): string {
  const shifted = /^Shift\+(.+)$/.exec(sign)?.[1];
  const key = shifted ?? sign;
  return `${shifted === undefined ? '' : '⇧'}${names[key] ?? key.toUpperCase()}`;
}

/** Every key and what it does. */
export function HelpPanel({ mode, onClose }: { mode: KeyMode; onClose: () => void }) {
  return (
    <SidePanel title={say('help.title')} onClose={onClose}>
      {mode === 'off' && <p>{say('help.off')}</p>}
      {mode === 'alt' && <p>{say('help.withAlt')}</p>}
      <dl className={css.keys}>
        {deeds.map((deed) => (
          <div key={deed} className={css.keyLine}>
            <dt>
              {keyMap[deed].map((sign) => (
                <kbd key={sign}>{printed(sign)}</kbd>
              ))}
            </dt>
            <dd>{say(`help.${deed}`)}</dd>
          </div>
        ))}
      </dl>
      <p className={css.note}>{say('help.how')}</p>
      <p>
        <a href={`${base}/help/moderator-card`} target="_blank" rel="noreferrer">
          {say('help.card')}
        </a>
        {' · '}
        <a href={`${base}/help/chair-script`} target="_blank" rel="noreferrer">
          {say('help.script')}
        </a>
      </p>
    </SidePanel>
  );
}

/** How this desk behaves, and the switches of the event that its moderators set. */
export function SettingsPanel(props: {
  mode: KeyMode;
  clicker: boolean;
  policy: EventView['policy'];
  onMode: (mode: KeyMode) => void;
  onClicker: (on: boolean) => void;
  onPolicy: (change: Switches) => void;
  onClose: () => void;
}) {
  const { mode, clicker, policy, onMode, onClicker, onPolicy, onClose } = props;
  return (
    <SidePanel title={say('settings.title')} onClose={onClose}>
      <div className={css.group}>
        <Segmented
          label={say('settings.keys')}
          labelled
          value={mode}
          onChange={onMode}
          options={keyModes.map((value) => ({ value, label: say(`settings.keys.${value}`) }))}
        />
        <Switch
          label={say('settings.clicker')}
          hint={say('settings.clicker.help')}
          checked={clicker}
          onChange={onClicker}
        />
        <p className={css.note}>{say('settings.here')}</p>
      </div>
      <div className={css.group}>
        <Segmented
          label={say('settings.review')}
          labelled
          value={policy.moderation ?? 'before'}
          onChange={(moderation) => onPolicy({ moderation })}
          options={(['before', 'after'] as const).map((value) => ({
            value,
            label: say(`settings.review.${value}`),
          }))}
        />
        <Segmented
          label={say('settings.unattended')}
          labelled
          value={policy.unattended ?? 'hold'}
          onChange={(unattended) => onPolicy({ unattended })}
          options={(['hold', 'approve'] as const).map((value) => ({
            value,
            label: say(`settings.unattended.${value}`),
          }))}
        />
        <p className={css.note}>{say('settings.everyone')}</p>
      </div>
    </SidePanel>
  );
}
