import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A disk of its own in a file, which can lose its power, be full or refuse writing without harm to any other. */
export interface LoopDisk {
  /** Where it is mounted. */
  readonly folder: string;
  /** The power goes: nothing that was not yet on the disk gets there any more, and nothing else can be written. */
  cutPower(): void;
  /** The power is back: mounted again as it was on the disk. Nobody may have a file open on it. */
  restore(): void;
  /** The system gives up writing to it, as it does after an error of the disk; `restore` mends it. */
  goReadOnly(): void;
  /** Not one more byte fits on it, until what is answered is called. */
  fill(): () => void;
}

const run = (program: string, ...args: readonly string[]) => void execFileSync(program, args, { stdio: 'pipe' });

/** Makes and mounts one; it is unmounted and gone when the test ends. */
export function loopDisk(megabytes: number): LoopDisk {
  const folder = mkdtempSync(path.join(tmpdir(), 'kts-disk-'));
  const [image, mount] = [path.join(folder, 'image'), path.join(folder, 'mount')];
  mkdirSync(mount);
  onTestFinished(() => {
    // Whatever still writes has ended by now or is left behind: a lazy unmount frees the disk with its last file.
    if (spawnSync('umount', [mount]).status !== 0) spawnSync('umount', ['-l', mount]);
    rmSync(folder, { recursive: true, force: true });
  });
  run('truncate', '-s', `${megabytes}M`, image);
  run('mkfs.ext4', '-q', '-F', image);
  run('mount', '-o', 'loop', image, mount);
  return {
    folder: mount,
    cutPower: () => run('perl', '-e', shutdown, mount),
    restore() {
      run('umount', mount);
      run('mount', '-o', 'loop', image, mount);
    },
    goReadOnly: () => run('mount', '-o', 'remount,abort', mount),
    fill: () => fillUp(path.join(mount, 'filler')),
  };
}

/** Writes until there is no room, with ever smaller pieces; answers how to make room again. */
function fillUp(file: string): () => void {
  const handle = openSync(file, 'w');
  for (let size = 1 << 20; size >= 1; size >>= 1) while (wrote(handle, size));
  closeSync(handle);
  return () => rmSync(file, { force: true });
}

function wrote(handle: number, size: number): boolean {
  try {
    const written = writeSync(handle, Buffer.alloc(size));
    fsyncSync(handle);
    return written === size;
  } catch {
    return false;
  }
}

/** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH; perl is part of every Debian. */
const shutdown = `
  open(my $folder, '<', $ARGV[0]) or die "cannot open: $!";
  my $flag = pack('I', 2);
  ioctl($folder, 0x8004587d, $flag) or die "cannot shut down: $!";
`;

/** Why this machine cannot mount a disk in a file, or `undefined` when it can. */
export function whyNoLoopDisk(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'it takes root on Linux';
  const needed = ['mkfs.ext4', 'mount', 'umount', 'perl', 'truncate', 'losetup'];
  const missing = needed.filter((program) => spawnSync(program, ['--version']).error !== undefined);
  if (missing.length > 0) return `there is no ${missing.join(', ')}`;
  return spawnSync('losetup', ['-f']).status === 0 ? undefined : 'there is no free loop device';
}
