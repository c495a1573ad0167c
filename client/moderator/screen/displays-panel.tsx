import { useState } from 'react';
import { backgrounds, layouts, stageThemes } from '../../../shared/stage/show.ts';
import type { DisplayView, EventView, View } from '../../../shared/views/view.ts';
import { base } from '../../connection/base.ts';
import { useIdentify, useIsBeatMissed } from '../../connection/display-hooks.ts';
import { useServerNow } from '../../connection/hooks.tsx';
import { Badge } from '../../look/badge.tsx';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { SelectMenu } from '../../look/select-menu.tsx';
import { StaffLink } from '../../people/staff-link.tsx';
import { displayCode } from '../../stage/display-code.ts';
import { overlayQuery } from '../../stage/look.ts';
import type { DisplaySetting } from '../actions/stage-actions.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { SidePanel } from '../panels/side-panel.tsx';
import { DisplayLink } from './display-link.tsx';
import { displayState } from './display-status.ts';
import css from './displays-panel.module.css';
import { drawnWords } from './shown-words.ts';
import { useStageLink } from './stage-link.ts';

const say = catalogue(deskMessages);

interface DisplaysProps {
  view: View;
  event: EventView;
  room: string;
  /** Gives whether it was done. */
  onSet: (display: DisplayView, setting: DisplaySetting) => Promise<boolean>;
  onClose: () => void;
}

/** Every display of the event: which one it is, what it shows and how, and how to open another one. */
export function DisplaysPanel({ view, event, room, onSet, onClose }: DisplaysProps) {
  const identify = useIdentify();
  const here = useStageLink(event.slug, room);
  const waiting = useStageLink(event.slug, null);
  const displays = Object.values(view.displays ?? {}).sort(byUrgency(room));
  return (
    <SidePanel title={say('displays.title')} onClose={onClose}>
      {displays.length === 0 && <p>{say('displays.none')}</p>}
      <ul className={css.displays}>
        {displays.map((display) => (
          <Display key={display.id} display={display} event={event} onSet={onSet} onIdentify={identify} />
        ))}
      </ul>
      <section className={css.open} aria-label={say('displays.open')}>
        <h3 className={css.heading}>{say('displays.open')}</h3>
        <DisplayLink link={here} label={say('displays.full')} />
        <DisplayLink link={here} query={overlayQuery} label={say('displays.overlay')} />
        <DisplayLink link={waiting} label={say('displays.waiting')} />
        <StaffLink
          slug={event.slug}
          as="moderator"
          whom={{ role: 'projector', room }}
          label={say('displays.elsewhere')}
        />
        <p className={css.note}>
          <a href={`${base}/help/screens`} target="_blank" rel="noreferrer">
            {say('displays.help')}
          </a>
        </p>
        {displays.length > 1 && (
          <Button size="small" onClick={() => identify()}>
            {say('displays.identifyAll')}
          </Button>
        )}
      </section>
    </SidePanel>
  );
}

/** Displays that wait for a room first, then those of this room, then the others, each by name. */
function byUrgency(room: string): (a: DisplayView, b: DisplayView) => number {
  const rank = (display: DisplayView) => (display.room === null ? 0 : display.room === room ? 1 : 2);
  return (a, b) => rank(a) - rank(b) || nameOf(a).localeCompare(nameOf(b));
}

function nameOf(display: DisplayView): string {
  return display.name ?? say('displays.unnamed', { code: displayCode(display.id) });
}

function Display({
  display,
  event,
  onSet,
  onIdentify,
}: {
  display: DisplayView;
  event: EventView;
  onSet: DisplaysProps['onSet'];
  onIdentify: (display: string) => void;
}) {
  const now = useServerNow(1_000);
  const [typed, setTyped] = useState<string | null>(null);
  const name = typed ?? display.name ?? '';
  const state = displayState(display, now);
  const isUnknown = useIsBeatMissed();
  const label = nameOf(display);
  const rename = async () => {
    if (typed === null) return;
    const next = typed.trim() === '' ? null : typed.trim();
    if (next === display.name || (await onSet(display, { name: next })))
      setTyped((now) => (now === typed ? null : now));
  };
  return (
    <li className={css.display} data-display={display.id} data-waiting={display.room === null}>
      <div className={css.head}>
        <span className={css.code}>{displayCode(display.id)}</span>
        <input
          dir="auto"
          className={css.name}
          aria-label={say('displays.name', { name: label })}
          placeholder={say('displays.nameIt')}
          maxLength={40}
          value={name}
          onChange={(change) => setTyped(change.currentTarget.value)}
          onBlur={() => void rename()}
          onKeyDown={(press) => press.key === 'Enter' && void rename()}
        />
        <Badge kind={isUnknown ? 'neutral' : state === 'live' ? 'ok' : 'danger'}>
          {isUnknown
            ? say('screen.unknown')
            : state === 'live'
              ? say('displays.live')
              : state === 'quiet'
                ? say('displays.quiet', { seconds: Math.round((now - Date.parse(display.at)) / 1000) })
                : say('displays.missing')}
        </Badge>
      </div>
      <div className={css.choices}>
        <SelectMenu
          label={say('displays.room', { name: label })}
          value={display.room ?? ''}
          nothing={say('displays.chooseRoom')}
          choices={event.rooms}
          onChoose={(room) => void onSet(display, { room })}
        />
        <SelectMenu
          label={say('displays.layout', { name: label })}
          value={display.layout ?? ''}
          choices={[
            { id: '', name: say('displays.layout.link') },
            ...layouts.map((id) => ({ id, name: say(`displays.layout.${id}`) })),
          ]}
          onChoose={(value) =>
            void onSet(display, { layout: layouts.find((known) => known === value) ?? null })
          }
        />
        <SelectMenu
          label={say('displays.background', { name: label })}
          value={display.background ?? ''}
          choices={[
            { id: '', name: say('displays.background.link') },
            ...backgrounds.map((id) => ({ id, name: say(`displays.background.${id}`) })),
          ]}
          onChoose={(value) =>
            void onSet(display, { background: backgrounds.find((known) => known === value) ?? null })
          }
        />
        <SelectMenu
          label={say('displays.theme', { name: label })}
          value={display.theme ?? ''}
          choices={[
            { id: '', name: say('displays.theme.link') },
            ...stageThemes.map((id) => ({ id, name: say(`displays.theme.${id}`) })),
          ]}
          onChoose={(value) =>
            void onSet(display, { theme: stageThemes.find((known) => known === value) ?? null })
          }
        />
      </div>
      <div className={css.foot}>
        <span className={css.note}>
          {display.connected &&
            say('displays.draws', {
              what: drawnWords(display.kind),
              width: String(display.width),
              height: String(display.height),
            })}
          {display.connected && !display.fits && ` · ${say('screen.overflow')}`}
        </span>
        <Button size="small" disabled={!display.connected} onClick={() => onIdentify(display.id)}>
          {say('displays.identify')}
        </Button>
        <Button size="small" onClick={() => void onSet(display, { on: false })}>
          {say('displays.forget')}
        </Button>
      </div>
    </li>
  );
}
