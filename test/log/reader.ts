import { LogReader } from '../../server/log/reader.ts';

/** Reads the log of the folder it is given, for so many milliseconds. */
const reader = LogReader.ofFolder(process.argv[2] ?? '');
reader.slugs();
process.stdout.write('reading\n');
setTimeout(() => reader.close(), Number(process.argv[3]));
