import icbinb2025 from './samples/icbinb-2025.yaml?raw';
import icbinb2026 from './samples/icbinb-2026.yaml?raw';

/** The event files that come with Backrow, as text: real workshops with their real times. */
export { icbinb2025, icbinb2026 };
