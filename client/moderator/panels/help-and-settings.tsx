import type { EventView } from '../../../shared/views/view.ts';
import { base } from '../../connection/base.ts';
import { useAppearance } from '../../look/appearance.ts';
import { catalogue } from '../../look/messages.ts';
import { Segmented } from '../../look/segmented.tsx';
import { Switch } from '../../look/switch.tsx';
import { printed } from '../actions/printed-key.ts';
import type { Switches } from '../actions/stage-actions.ts';
import { type KeyMode, keyModes, keysOf, shortcuts } from '../keys/shortcuts.ts';
import { paletteKey } from '../keys/use-palette-key.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './side-panel.module.css';
import { SidePanel } from './side-panel.tsx';
import { useSoundSetting } from './use-arrival-sound.ts';

const say = catalogue(deskMessages);

/** The places of Up next, which have a key each and one line together. */
const places = shortcuts.filter((shortcut) => /^place\d$/.test(shortcut));

/** What each key does, a line each. */
const keyLines = shortcuts
  .filter((shortcut) => shortcut === places[0] || !places.includes(shortcut))
  .map((shortcut) =>
    shortcut === places[0]
      ? { signs: places.flatMap(keysOf), words: 'help.places' as const }
      : { signs: keysOf(shortcut), words: `help.${shortcut}` as const },
  );

/** Every key and what it does. */
export function HelpPanel({ mode, onClose }: { mode: KeyMode; onClose: () => void }) {
  return (
    <SidePanel wide title={say('help.title')} onClose={onClose}>
      <p className={css.note}>{say('help.palette.how', { key: paletteKey })}</p>
      {mode === 'off' && <p>{say('help.off')}</p>}
      {mode === 'alt' && <p>{say('help.withAlt')}</p>}
      <dl className={css.keys}>
        {keyLines.map(({ signs, words }) => (
          <div key={words} className={css.keyLine}>
            <dt>
              {signs.map((sign) => (
                <kbd key={sign}>{printed(sign)}</kbd>
              ))}
            </dt>
            <dd>{say(words)}</dd>
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
  const [density, setDensity] = useAppearance('density');
  const [sound, setSound] = useSoundSetting();
  return (
    <SidePanel title={say('settings.title')} onClose={onClose}>
      <section className={css.group} aria-labelledby="settings-here">
        <h3 id="settings-here">{say('settings.here')}</h3>
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
        <Segmented
          label={say('settings.density')}
          labelled
          value={density}
          onChange={setDensity}
          options={(['auto', 'compact', 'comfortable'] as const).map((value) => ({
            value,
            label: say(`settings.density.${value}`),
          }))}
        />
        <Switch
          label={say('settings.sound')}
          hint={say('settings.sound.help')}
          checked={sound}
          onChange={setSound}
        />
      </section>
      <section className={css.group} aria-labelledby="settings-everyone">
        <h3 id="settings-everyone">{say('settings.everyone')}</h3>
        <p className={css.note}>{say('settings.everyone.how')}</p>
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
      </section>
    </SidePanel>
  );
}
