/** How long a page may be busy before what waits is done nevertheless, and the pause where no browser says; milliseconds. */
const timeoutMs = 5_000;
const pause = 1_500;

/** Calls back once the page has loaded and has nothing else to do; gives back how to call that off. */
export function whenIdle(act: () => void): () => void {
  let stop = () => {};
  const wait = () => {
    if (typeof requestIdleCallback === 'function') {
      const id = requestIdleCallback(act, { timeout: timeoutMs });
      stop = () => cancelIdleCallback(id);
    } else {
      const id = setTimeout(act, pause);
      stop = () => clearTimeout(id);
    }
  };
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
  return () => {
    removeEventListener('load', wait);
    stop();
  };
}
