import { type FormEvent, useId, useState } from 'react';
import { contrast, holdsWhite, leastContrast, tintOf } from '../../../shared/event/accent.ts';
import { logoLimit, logoTypes } from '../../../shared/event/logo.ts';
import type { EventView } from '../../../shared/views/view.ts';
import { logoPath } from '../../connection/http.ts';
import { sendLogo } from '../../connection/setting-requests.ts';
import { Button } from '../../look/button.tsx';
import { EventLogo } from '../../look/event-logo.tsx';
import { catalogue } from '../../look/messages.ts';
import { Part } from '../frame/part.tsx';
import { settingsMessages } from '../messages/settings.en.ts';
import { Row } from './setting-rows.tsx';
import css from './settings-page.module.css';
import { usePolicy, useSaved } from './use-policy.ts';

const say = catalogue(settingsMessages);

/** What a page's own colour is by day: shown where an event has none. */
const plainAccent = '#0b57a4';

/** The event's own colour and logo, on phones, on the start page and on screens; the desk keeps its own. */
export function LookSettings({ event }: { event: EventView }) {
  return (
    <Part folds title={say('look.heading')} note={say('look.how')}>
      <div className={css.settings}>
        <Colour accent={event.policy.look?.accent ?? null} />
        <Logo slug={event.slug} logo={event.policy.look?.logo ?? null} />
      </div>
    </Part>
  );
}

/** The colour, picked or typed, with the contrast of white text on it: one that cannot be read is told before it is sent. */
function Colour({ accent }: { accent: string | null }) {
  const { said, busy, set } = usePolicy();
  const [typed, setTyped] = useState(accent ?? plainAccent);
  const [of, setOf] = useState(accent);
  if (of !== accent) {
    setOf(accent);
    setTyped(accent ?? plainAccent);
  }
  const id = useId();
  const colour = hexIn(typed);
  const holds = colour !== null && holdsWhite(colour);
  const changed = colour !== null && colour !== accent?.toLowerCase();
  const submit = (sent: FormEvent) => {
    sent.preventDefault();
    if (holds) void set({ look: { accent: colour } });
  };
  return (
    <Row said={said}>
      <form className={css.fields} onSubmit={submit}>
        <label htmlFor={id}>{say('look.colour')}</label>
        <div className={css.line}>
          <input
            type="color"
            dir="ltr"
            className={css.picker}
            aria-label={say('look.pick')}
            value={colour ?? plainAccent}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <input
            id={id}
            dir="ltr"
            className={css.hex}
            value={typed}
            maxLength={7}
            spellCheck={false}
            autoComplete="off"
            aria-invalid={!holds}
            aria-describedby={`${id}-contrast`}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <Button type="submit" disabled={busy || !holds || !changed}>
            {say('look.save')}
          </Button>
          {accent !== null && (
            <Button disabled={busy} onClick={() => void set({ look: { accent: null } })}>
              {say('look.none')}
            </Button>
          )}
        </div>
        {colour !== null && <Samples colour={colour} />}
        <p id={`${id}-contrast`} role="status" className={holds ? css.said : css.wrong}>
          {contrastWords(colour, holds)}
        </p>
      </form>
    </Row>
  );
}

function contrastWords(colour: string | null, holds: boolean): string {
  if (colour === null) return say('look.hex');
  // Rounded down: what does not hold must not look as if it did.
  const ratio = Math.floor(contrast(colour, '#ffffff') * 10) / 10;
  return say(holds ? 'look.contrast' : 'look.tooLight', { ratio, least: leastContrast });
}

/** A button as it is by day and by night. */
function Samples({ colour }: { colour: string }) {
  return (
    <div className={css.samples} aria-hidden="true">
      <span className={css.sample} style={{ background: colour, color: '#ffffff' }}>
        {say('look.day')}
      </span>
      <span className={css.sample} style={{ background: tintOf(colour), color: '#0b1a2b' }}>
        {say('look.night')}
      </span>
    </div>
  );
}

/** A colour as it was typed, with or without its sign; null where it is none. */
function hexIn(typed: string): string | null {
  const [, digits] = /^#?([0-9a-f]{6})$/i.exec(typed.trim()) ?? [];
  return digits === undefined ? null : `#${digits.toLowerCase()}`;
}

/** The logo as it is drawn, and another file in its place: what cannot be one is told before it is sent. */
function Logo({ slug, logo }: { slug: string; logo: string | null }) {
  const { said, busy, save, tell } = useSaved();
  const { said: removed, busy: removing, set } = usePolicy();
  const id = useId();
  const src = logoPath(slug, logo);
  const choose = (file: File) => {
    if (!logoTypes.some((type) => type === file.type)) return tell(say('look.neither'));
    if (file.size > logoLimit) return tell(say('look.tooLarge', { size: Math.ceil(file.size / 1_000) }));
    void save(() => sendLogo(slug, file));
  };
  return (
    <Row said={said ?? removed}>
      <div className={css.fields}>
        <label htmlFor={id}>{say(logo === null ? 'look.logo' : 'look.otherLogo')}</label>
        {src !== null && (
          <div>
            <EventLogo src={src} className={css.preview} />
          </div>
        )}
        <div className={css.line}>
          <input
            id={id}
            type="file"
            accept={logoTypes.join(',')}
            disabled={busy}
            aria-describedby={`${id}-how`}
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) choose(file);
            }}
            // Emptied as it is asked again, so that the same file can be chosen anew.
            onClick={({ currentTarget }) => {
              currentTarget.value = '';
            }}
          />
          {logo !== null && (
            <Button disabled={removing} onClick={() => void set({ look: { logo: null } })}>
              {say('look.removeLogo')}
            </Button>
          )}
        </div>
        <p id={`${id}-how`} className={css.said}>
          {say('look.logoHow')}
        </p>
      </div>
    </Row>
  );
}
