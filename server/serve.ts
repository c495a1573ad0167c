import { fileURLToPath } from 'node:url';
import closeWithGrace from 'close-with-grace';
import pino from 'pino';
import { hostInLink } from './access/addresses.ts';
import { openApp } from './app.ts';
import type { Config } from './config.ts';
import { box, emptyBox, newLinks } from './links.ts';

/** Opens the server of this process and says where; it runs until a signal or a bug stops it. */
export async function serve(config: Config, { samples }: { samples: boolean }): Promise<void> {
  const log = pino(
    { level: config.LOG_LEVEL, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    pino.destination(2),
  );
  const clientDir = fileURLToPath(new URL('../client', import.meta.url));
  const app = await openApp(config, { log, clientDir, samples });
  stopInGoodOrder(() => app.close(), log);
  const scheme = config.TLS_CERT === undefined ? 'http' : 'https';
  console.log(`listening on ${scheme}://${hostInLink(app.host)}:${app.port}`);
  const links = await app.links();
  const making = await app.makingLink();
  const ids = links?.ids ?? { organizer: making.id };
  const news = newLinks(ids, app.isNew);
  console.log(links ? box(links, links.title, news) : emptyBox(making.link, news));
  remember(() => app.printed(Object.values(ids)), log);
}

/** Remembers what was printed; where that cannot be written, the next start only says again that it is new. */
function remember(print: () => void, log: pino.Logger): void {
  try {
    print();
  } catch (error) {
    log.error({ error }, 'Which links were printed could not be remembered');
  }
}

/** Longest time for closing in good order, in milliseconds. */
const graceful = 10_000;

/** On a signal or a bug everything is closed in order, within 10 s. A second signal changes nothing: npm sends one of its own. */
function stopInGoodOrder(close: () => Promise<void>, log: pino.Logger): void {
  closeWithGrace({ delay: graceful, logger: false, skip: ['SIGINT', 'SIGTERM'] }, async ({ err }) => {
    if (err) log.fatal({ error: err }, 'A bug stopped the server');
    await close();
  });
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), graceful).unref();
    close().then(
      () => process.exit(),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
