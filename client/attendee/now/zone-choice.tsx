import { useState } from 'react';
import { cityOf } from '../../look/cities.ts';
import { useText } from '../../look/messages.ts';
import { chooseZone, deviceZone, useMyZone } from '../../look/my-zone.ts';
import { agree } from '../../look/zones.ts';
import { programmeMessages } from '../messages/programme.en.ts';
import styles from './programme.module.css';

/** In whose time to read: this device's, the venue's, or another place's; kept on this device. */
export function ZoneChoice({ venueZone, at }: { venueZone: string; at: number }) {
  const say = useText(programmeMessages);
  const zone = useMyZone();
  const device = deviceZone();
  const [others] = useState(allZones);
  const same = agree(at, device, venueZone);
  const known = new Set([device, venueZone]);
  return (
    <p className={styles.zones}>
      <label className={styles.filter}>
        <span>{say('zone.label')}</span>
        <select
          value={zone}
          onChange={({ currentTarget: { value } }) => chooseZone(value === device ? null : value)}
        >
          <option value={device}>{say(same ? 'zone.both' : 'zone.device', { city: cityOf(device) })}</option>
          {!same && <option value={venueZone}>{say('zone.venue', { city: cityOf(venueZone) })}</option>}
          {!known.has(zone) && <option value={zone}>{say('zone.chosen', { city: cityOf(zone) })}</option>}
          <optgroup label={say('zone.others')}>
            {others
              .filter((other) => !known.has(other) && other !== zone)
              .map((other) => (
                <option key={other} value={other}>
                  {other.replaceAll('_', ' ')}
                </option>
              ))}
          </optgroup>
        </select>
      </label>
      {!agree(at, zone, venueZone) && <span>{say('zone.beside')}</span>}
    </p>
  );
}

/** Every zone that this browser can name; none in those that cannot tell. */
function allZones(): readonly string[] {
  return 'supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : [];
}
