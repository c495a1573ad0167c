// `npm run build`: the two steps before opening, for images and for those who open the server themselves.
import { prepare } from './prepare.mjs';

await prepare(console.log);
