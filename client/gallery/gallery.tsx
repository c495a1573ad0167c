import clock from 'lucide-static/icons/clock.svg';
import { type ReactNode, useState } from 'react';
import { Badge, type BadgeKind } from '../look/badge.tsx';
import { Button, type ButtonKind } from '../look/button.tsx';
import { ChipSelect } from '../look/chip-select.tsx';
import { Icon } from '../look/icon.tsx';
import { Menu } from '../look/menu.tsx';
import { Segmented } from '../look/segmented.tsx';
import { Sheet } from '../look/sheet.tsx';
import { Switch } from '../look/switch.tsx';
import css from './gallery.module.css';
import { Stages } from './stages.tsx';

const buttonKinds: readonly ButtonKind[] = ['primary', 'plain', 'quiet', 'danger', 'live'];
const badgeKinds: readonly BadgeKind[] = [
  ...(['neutral', 'now', 'onscreen', 'upnext', 'late', 'danger', 'ok', 'accent', 'room', 'remote'] as const),
];
const densities = ['phone', 'comfortable', 'compact'] as const;

/** Every component in every state that is not a hand's: those the tests force. Stale parts stand beside fresh ones. */
export function Gallery() {
  return (
    <main className={css.page}>
      <h1>Look</h1>
      {densities.map((density) => (
        <section
          key={density}
          className={css.section}
          data-density={density === 'phone' ? undefined : density}
        >
          <h2>{density}</h2>
          <Parts />
          <div data-stale="false" className={css.section}>
            <Parts />
          </div>
        </section>
      ))}
      <h2>Stages</h2>
      <Stages />
    </main>
  );
}

function Parts() {
  const [on, setOn] = useState(true);
  const [sheet, setSheet] = useState(false);
  const [place, setPlace] = useState<'room' | 'remote'>('room');
  return (
    <>
      <Row name="Buttons">
        {buttonKinds.map((kind) => (
          <Button key={kind} kind={kind}>
            {kind}
          </Button>
        ))}
        {buttonKinds.map((kind) => (
          <Button key={kind} kind={kind} disabled>
            {kind}, disabled
          </Button>
        ))}
        {buttonKinds.map((kind) => (
          <Button key={kind} kind={kind} aria-pressed="true">
            {kind}, pressed
          </Button>
        ))}
      </Row>
      <Row name="Sizes">
        <Button size="small">small</Button>
        <Button>
          with a key <kbd>S</kbd>
        </Button>
        <Button size="bar" kind="live">
          bar
        </Button>
        <Button>
          <Icon of={clock} /> with an icon
        </Button>
      </Row>
      <Row name="Badges">
        {badgeKinds.map((kind) => (
          <Badge key={kind} kind={kind}>
            {kind}
          </Badge>
        ))}
      </Row>
      <Row name="Menu">
        <Menu
          label="More"
          choices={[
            { id: 'edit', name: 'Edit', hint: 'E' },
            { id: 'merge', name: 'Merge…', hint: 'M', unavailable: 'There is nothing to merge with.' },
            { id: 'ban', name: 'Exclude the asker', destroys: true },
          ]}
          onChoose={() => undefined}
        />
        <Menu label="Sort" choices={[{ id: 'top', name: 'Top' }]} onChoose={() => undefined}>
          Top ▾
        </Menu>
      </Row>
      <Row name="Choices">
        <Segmented
          label="Where"
          labelled
          options={[
            { value: 'room', label: 'In the room' },
            { value: 'remote', label: 'Remote' },
          ]}
          value={place}
          onChange={setPlace}
        />
        <Switch label="Anonymous" hint="Nobody sees your name." checked={on} onChange={setOn} />
        <Switch label="Anonymous" checked={!on} onChange={(checked) => setOn(!checked)} />
      </Row>
      <Row name="Chips and sheets">
        <ChipSelect
          label="Order"
          options={[
            { value: 'room', label: 'Top' },
            { value: 'remote', label: 'Newest' },
          ]}
          value={place}
          onChoose={setPlace}
        />
        <Button onClick={() => setSheet(true)}>Open a sheet</Button>
        <Sheet open={sheet} title="A sheet" closeWord="Close" onClose={() => setSheet(false)}>
          <p>What lies over a page for a moment.</p>
        </Sheet>
      </Row>
      <Row name="Fields">
        <label>
          Your question <input dir="auto" placeholder="Ask Sewon Min a question…" />
        </label>
        <a href="#link">The code of conduct</a>
      </Row>
    </>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={css.row}>
      <h3>{name}</h3>
      <div className={css.parts}>{children}</div>
    </div>
  );
}
