// Loaded before everything else (`--import`): `Date` is off by as many milliseconds as the file CLOCK_FILE says. What
// runs on its own (performance.now, timers) is left alone. Each change is confirmed in CLOCK_FILE.seen.
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.env.CLOCK_FILE;
const TrueDate = Date;
let offset = 0;

class ShiftedDate extends TrueDate {
  constructor(...given) {
    if (given.length === 0) super(TrueDate.now() + offset);
    else super(...given);
  }

  static now() {
    return TrueDate.now() + offset;
  }
}

if (file) {
  look();
  setInterval(look, 20).unref();
  globalThis.Date = ShiftedDate;
}

function look() {
  const said = readFileSync(file, 'utf8').trim();
  if (said === '' || Number(said) === offset) return;
  offset = Number(said);
  writeFileSync(`${file}.seen`, said);
}
