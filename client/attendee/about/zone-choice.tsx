import { useId, useState } from 'react';
import { cityOf } from '../../look/cities.ts';
import { useText } from '../../look/messages.ts';
import { chooseZone, deviceZone, useMyZone } from '../../look/my-zone.ts';
import { findZones, likelyZones, zoneName } from '../../look/zone-names.ts';
import { agree, clockTime } from '../../look/zones.ts';
import { sheetMessages } from '../messages/sheets.en.ts';
import styles from './about.module.css';

/** In whose time to read: this device's, the venue's, or another place's, which is searched for; kept on this device. */
export function ZoneChoice(props: { venueZone: string; searching: boolean; onSearch: () => void }) {
  const { venueZone, searching, onSearch } = props;
  const say = useText(sheetMessages);
  const zone = useMyZone();
  const device = deviceZone();
  const [now] = useState(() => Date.now());
  const [words, setWords] = useState('');
  const group = useId();
  const near = [...new Set([zone, device, venueZone])];
  const found = words.trim() === '' ? likelyZones(near) : findZones(words, now);
  const shown = searching ? [...(words.trim() === '' ? near : []), ...found] : near;
  const marks = (each: string) =>
    [each === device && say('zone.device'), each === venueZone && say('zone.venue')].filter(
      (mark) => mark !== false,
    );
  return (
    <fieldset className={styles.zones}>
      <legend>{say('zone.label')}</legend>
      {searching && (
        <input
          type="search"
          dir="auto"
          className={styles.search}
          aria-label={say('zone.search')}
          placeholder={say('zone.search')}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
      )}
      {shown.map((each) => (
        <label key={each} className={styles.zone}>
          <input
            type="radio"
            name={group}
            checked={each === zone}
            onChange={() => chooseZone(each === device ? null : each)}
          />
          <span className={styles.zoneWords}>
            <strong>{cityOf(each)}</strong>
            <span>{[zoneName(each, now), ...marks(each)].join(' · ')}</span>
          </span>
          <time>{clockTime(now, each)}</time>
        </label>
      ))}
      {shown.length === 0 && <p>{say('zone.none')}</p>}
      {!searching && (
        <button type="button" className={styles.more} onClick={onSearch}>
          {say('zone.more')}
        </button>
      )}
      {!agree(now, zone, venueZone) && <p className={styles.note}>{say('zone.beside')}</p>}
    </fieldset>
  );
}
