import { useId, useState } from 'react';
import { Button } from '../../look/button.tsx';
import { cityOf } from '../../look/cities.ts';
import { catalogue } from '../../look/messages.ts';
import { allZones, zoneCalled, zonesNear } from '../../look/zone-names.ts';
import { importMessages } from '../messages/import-messages.en.ts';
import css from './zone-field.module.css';

const say = catalogue(importMessages);

/** How many zones are offered for what was typed. */
const most = 3;

/**
 * A time zone, typed by its city or its id. Only a zone is handed on, and null while what stands here is none; what may be
 * meant is offered below, and once the field is left it says that there is no such zone.
 */
export function ZoneField(props: {
  label: string;
  /** Null: what is typed is no zone. */
  zone: string | null;
  onChange: (zone: string | null) => void;
}) {
  const { label, zone, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const [zones] = useState(allZones);
  const listId = useId();
  const saidId = useId();
  const text = typed ?? zone ?? '';
  const wrong = typed !== null && zoneCalled(typed) === null;
  const take = (chosen: string) => {
    setTyped(null);
    setLeft(false);
    onChange(chosen);
  };
  const write = (words: string) => {
    setTyped(words);
    setLeft(false);
    const called = zoneCalled(words);
    if (called !== zone) onChange(called);
  };
  const leave = () => {
    const called = typed === null ? null : zoneCalled(typed);
    if (called === null) setLeft(true);
    else take(called);
  };
  return (
    <div className={css.zone}>
      <label>
        {label}
        <input
          dir="ltr"
          value={text}
          list={listId}
          required
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={wrong && left}
          aria-describedby={saidId}
          onChange={({ currentTarget }) => write(currentTarget.value)}
          onBlur={leave}
        />
      </label>
      <datalist id={listId}>
        {zones.map((each) => (
          <option key={each} value={each} label={cityOf(each)} />
        ))}
      </datalist>
      <div id={saidId} role="status">
        {wrong && <Meant words={text} left={left} onTake={take} />}
      </div>
    </div>
  );
}

/** What may be meant by words that are no zone. */
function Meant({ words, left, onTake }: { words: string; left: boolean; onTake: (zone: string) => void }) {
  const meant = words.trim() === '' ? [] : zonesNear(words).slice(0, most);
  return (
    <>
      <p className={css.said} data-wrong={left}>
        {left && words.trim() !== '' && `${say('zone.none', { words })} `}
        {meant.length > 0 ? say('zone.meant') : say('zone.type')}
      </p>
      {/* A press leaves the field as it is: what it goes to stays where it was. */}
      <p
        className={css.meant}
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
      >
        {meant.map((each) => (
          <Button key={each} size="small" onClick={() => onTake(each)}>
            {each}
          </Button>
        ))}
      </p>
    </>
  );
}
