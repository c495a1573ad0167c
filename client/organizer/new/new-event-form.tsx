import { useId, useState } from 'react';
import type { SpokenRefusal } from '../../../shared/wire/refusals.ts';
import { base } from '../../connection/base.ts';
import { type BesideFile, lookAtMaking, makeEvent } from '../../connection/import-requests.ts';
import { catalogue } from '../../look/messages.ts';
import { deviceZone } from '../../look/my-zone.ts';
import { usePageTitle } from '../../look/page-title.ts';
import { Segmented } from '../../look/segmented.tsx';
import { dayIn } from '../../look/zones.ts';
import { FileImport } from '../file/file-import.tsx';
import { ZoneField } from '../frame/zone-field.tsx';
import { importMessages } from '../messages/import-messages.en.ts';
import { addressFrom } from './address-from.ts';
import { FromEvent } from './from-event.tsx';
import { MakeButton } from './make-button.tsx';
import css from './new-event.module.css';
import { emptyDay, sampleDay } from './sample-day.ts';

const say = catalogue(importMessages);

type From = 'file' | 'sample' | 'empty' | 'copy';
const ways: readonly From[] = ['file', 'sample', 'empty', 'copy'];

/** A new event: its name, address and zone, and then what it begins with. */
export function NewEventForm() {
  usePageTitle(say('new.title'), 'Backrow');
  const [name, setName] = useState('');
  const [typed, setTyped] = useState<string | null>(null);
  const [chosenZone, setChosenZone] = useState<string | null>();
  const [copied, setCopied] = useState<string | null>(null);
  const [day, setDay] = useState(() => dayIn(Date.now(), deviceZone()));
  const [from, setFrom] = useState<From>('file');
  const addressId = useId();
  const slug = typed ?? addressFrom(name);
  // An event that is copied brings its zone, unless somebody said another one here.
  const ownZone = (from === 'copy' && copied) || deviceZone();
  const timezone = chosenZone === undefined ? ownZone : chosenZone;
  const isNamed = name.trim() !== '' && slug !== '' && timezone !== null;
  const said: BesideFile = { title: name.trim(), slug, ...(timezone !== null && { timezone }) };
  return (
    <main className={css.form}>
      <p>
        <a className={css.back} href={`${base}/`}>
          {say('new.back')}
        </a>
      </p>
      <h1 className={css.title}>{say('new.title')}</h1>
      <div className={css.fields}>
        <label className={css.wide}>
          {say('new.name')}
          <input
            dir="auto"
            value={name}
            maxLength={300}
            // biome-ignore lint/a11y/noAutofocus: the page is this form, and begins with its name
            autoFocus
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <label>
          {say('new.address')}
          <input
            dir="ltr"
            value={slug}
            maxLength={60}
            pattern="[a-z0-9\-]+"
            aria-describedby={addressId}
            autoCapitalize="none"
            spellCheck={false}
            onChange={({ currentTarget }) => setTyped(addressFrom(currentTarget.value, true))}
          />
        </label>
        <ZoneField label={say('new.zone')} zone={timezone} onChange={setChosenZone} />
        <p id={addressId} className={css.note}>
          {slug === ''
            ? say('new.addressHow', { host: `${location.host}${base}` })
            : say('new.addressOf', { address: `${location.host}${base}/e/${slug}` })}
        </p>
      </div>
      <Segmented
        label={say('new.from')}
        labelled
        options={ways.map((value) => ({ value, label: say(`new.from.${value}`) }))}
        value={from}
        onChange={setFrom}
      />
      {!isNamed && <p className={css.note}>{say('new.first')}</p>}
      <div hidden={!isNamed || from !== 'file'}>
        <FileImport
          zone={timezone ?? deviceZone()}
          making
          said={said}
          ready={isNamed}
          look={lookAtMaking}
          submit={make}
        />
      </div>
      {isNamed && from === 'copy' && (
        <FromEvent
          day={day}
          onDay={setDay}
          onSource={({ timezone: zone }) => setCopied(zone)}
          make={(copyOf) => make(new Blob([]), { ...said, copyOf, date: day })}
        />
      )}
      {isNamed && (from === 'sample' || from === 'empty') && (
        <FromDay
          how={say(from === 'sample' ? 'new.sampleHow' : 'new.emptyHow')}
          day={day}
          onDay={setDay}
          make={() => make((from === 'sample' ? sampleDay : emptyDay)(said, day), {})}
        />
      )}
    </main>
  );
}

/** A day that the page itself writes. */
function FromDay(props: {
  how: string;
  day: string;
  onDay: (day: string) => void;
  make: () => Promise<SpokenRefusal | null>;
}) {
  const { how, day, onDay, make: makeIt } = props;
  return (
    <div className={css.fromDay}>
      <p className={css.note}>{how}</p>
      <label>
        {say('new.day')}
        <input
          type="date"
          value={day}
          required
          onChange={({ currentTarget }) => onDay(currentTarget.value)}
        />
      </label>
      <MakeButton ready={day !== ''} make={makeIt} />
    </div>
  );
}

/** Makes the event and goes to its page; gives why it was not made. */
async function make(file: Blob, beside: BesideFile): Promise<SpokenRefusal | null> {
  const answer = await makeEvent(file, beside);
  if (!answer.ok) return answer.refusal;
  location.assign(`${base}/e/${encodeURIComponent(answer.value.slug)}/admin`);
  return null;
}
