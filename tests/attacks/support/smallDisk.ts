import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of a few megabytes that can be full, made read-only and given back. */
export interface SmallDisk {
  folder: string
  /** False where a file system cannot be mounted here: then only files of the process can be held small. */
  mounted: boolean
  readOnly(): void
  discard(): void
}

export function smallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-disk-'))
  const mount = (options: string) =>
    spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0
  const mounted = mount(`size=${megabytes}m`)
  return {
    folder,
    mounted,
    readOnly: () => void spawnSync('mount', ['-o', 'remount,ro', folder]),
    discard() {
      if (mounted) spawnSync('umount', [folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** No file of this process may grow beyond this; undefined lifts it. Linux's `prlimit`. */
export function holdFilesTo(bytes: number | undefined, pid: number): void {
  const limit = bytes === undefined ? 'unlimited' : String(bytes)
  const { status, stderr } = spawnSync('prlimit', [`--pid=${pid}`, `--fsize=${limit}:unlimited`])
  if (status !== 0) throw new Error(stderr.toString())
}
