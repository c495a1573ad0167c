import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A disk of so many KiB, in memory, that is gone when the test is; for what only a full or read-only disk shows. */
export class SmallDisk {
  readonly path = mkdtempSync(join(tmpdir(), 'backrow-disk-'));

  constructor(kib: number) {
    mount(['-t', 'tmpfs', '-o', `size=${kib}k,mode=700`, 'tmpfs', this.path]);
    onTestFinished(() => {
      execFileSync('umount', ['-l', this.path]);
      rmSync(this.path, { recursive: true, force: true });
    });
  }

  /** Fills what room is left, but for so many bytes; gives how to make room again. */
  fill(but = 0): () => void {
    const ballast = join(this.path, 'ballast');
    const chunk = Buffer.alloc(4_096);
    const left = join(this.path, 'left');
    if (but > 0) writeFileSync(left, Buffer.alloc(but));
    try {
      for (;;) writeFileSync(ballast, chunk, { flag: 'a' });
    } catch {
      // Full: that is what was wanted.
    }
    rmSync(left, { force: true });
    return () => rmSync(ballast);
  }

  /** Lets nobody write any more, root neither. */
  makeReadOnly(): void {
    mount(['-o', 'remount,ro', this.path]);
  }
}

function mount(args: readonly string[]): void {
  try {
    execFileSync('mount', args, { stdio: 'pipe' });
  } catch (error) {
    throw new Error(
      'These tests mount a small disk in memory and need to: run them as root, or in a container with --cap-add SYS_ADMIN',
      { cause: error },
    );
  }
}
