/** The key code by which browsers say that an input method has the key; Safari says it of the Enter after the word's end. */
const withInputMethod = 229;

/**
 * [X5] While an input method composes a word, its keys are its own: the Enter that takes a conversion sends nothing, and
 * the Escape that drops one closes nothing. Put up once, before anything else listens in the window: no shortcut, field
 * form or dialog of a page then hears a key, or is sent or closed by one, that belongs to an unfinished word.
 */
export function guardCompositions(page: EventTarget): void {
  let composing = false;
  const note = (now: boolean) => () => {
    composing = now;
  };
  page.addEventListener('compositionstart', note(true), true);
  page.addEventListener('compositionend', note(false), true);
  // A field that went away in the middle of a word ends it without saying so.
  page.addEventListener('focusin', note(false), true);
  for (const name of ['keydown', 'keypress', 'keyup']) page.addEventListener(name, keepFromPage, true);
  page.addEventListener(
    'cancel',
    (event) => {
      if (!composing) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
}

/**
 * The input method has heard it before: nobody here is told, and the browser neither sends a form by it nor empties a
 * search.
 */
function keepFromPage(event: Event): void {
  const composing = 'isComposing' in event && event.isComposing === true;
  const taken = 'keyCode' in event && event.keyCode === withInputMethod;
  if (!composing && !taken) return;
  event.stopImmediatePropagation();
  if ('key' in event && (event.key === 'Enter' || event.key === 'Escape')) event.preventDefault();
}
