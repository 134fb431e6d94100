import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tally } from './tally.mjs'

function reportOf(numPassedTests, numFailedTests) {
  const file = join(mkdtempSync(join(tmpdir(), 'waymark-tally-')), 'report.json')
  writeFileSync(file, JSON.stringify({ numPassedTests, numFailedTests }))
  return file
}

describe('the plain count', () => {
  it('is what the runner counted', () => {
    expect(tally(reportOf(12, 0), 0)).toEqual({ passed: 12, failed: 0 })
    expect(tally(reportOf(10, 2), 1)).toEqual({ passed: 10, failed: 2 })
  })

  it('shows a failure where no test failed but the run did', () => {
    expect(tally(reportOf(12, 0), 1)).toEqual({ passed: 12, failed: 1 })
  })

  it('shows a failure where the run never came to its report', () => {
    expect(tally('/nowhere/report.json', 1)).toEqual({ passed: 0, failed: 1 })
  })
})
