import { useState } from 'react';
import { useView } from '../../connection/hooks.tsx';
import { useAppearance } from '../../look/appearance.ts';
import { useText } from '../../look/messages.ts';
import { Segmented } from '../../look/segmented.tsx';
import { Sheet } from '../../look/sheet.tsx';
import { isPlaceGuessed } from '../ask/asked-once.ts';
import { Attendance } from '../join/attendance.tsx';
import { MyName } from '../join/my-name.tsx';
import type { Joining } from '../join/use-join.ts';
import { sheetMessages } from '../messages/sheets.en.ts';
import styles from './about.module.css';
import { EventFacts } from './event-facts.tsx';
import { Share } from './share.tsx';
import { ZoneChoice } from './zone-choice.tsx';

/** All that is about whoever reads: where they are, whose time, which name, how it looks; and the way for others. */
export function AboutSheet(props: { slug: string; enter: Joining['enter']; onClose: () => void }) {
  const { slug, enter, onClose } = props;
  const say = useText(sheetMessages);
  const venueZone = useView((view) => view.event?.timezone) ?? 'UTC';
  const [guessed] = useState(() => isPlaceGuessed(slug));
  const [zones, setZones] = useState(false);
  return (
    <Sheet open title={say('about.heading')} closeWord={say('sheet.close')} onClose={onClose}>
      <Attendance slug={slug} enter={enter} asks={guessed} />
      <ZoneChoice venueZone={venueZone} searching={zones} onSearch={() => setZones(true)} />
      <MyName enter={enter} />
      <Look />
      <Share path={`/e/${encodeURIComponent(slug)}`} />
      <EventFacts />
    </Sheet>
  );
}

function Look() {
  const say = useText(sheetMessages);
  const [text, setText] = useAppearance('text');
  const [theme, setTheme] = useAppearance('theme');
  return (
    <div className={styles.look}>
      <Segmented
        label={say('look.text')}
        labelled
        options={(['normal', 'large', 'larger'] as const).map((value) => ({
          value,
          label: say(`look.${value}`),
        }))}
        value={text}
        onChange={setText}
      />
      <Segmented
        label={say('look.theme')}
        labelled
        options={(['system', 'light', 'dark'] as const).map((value) => ({
          value,
          label: say(`look.${value}`),
        }))}
        value={theme}
        onChange={setTheme}
      />
    </div>
  );
}
