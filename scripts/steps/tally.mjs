import { readFileSync } from 'node:fs'

/**
 * How many tests passed and failed, from the file Vitest's JSON reporter wrote. What fails outside any one test (a
 * file that does not load, an unhandled error, no report at all) counts as one failure: Vitest's exit code tells.
 *
 * @param {string} file path of the report
 * @param {number} code what Vitest exited with
 * @returns {{ passed: number, failed: number }}
 */
export function tally(file, code) {
  const { numPassedTests: passed, numFailedTests: failed } = read(file)
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0 }
  }
}
