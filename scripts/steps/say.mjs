/** Says one line about what is being done. */
export function say(line) {
  process.stdout.write(`${line}\n`)
}

/** Ends the command with one line that says what to do. Never returns. */
export function giveUp(line) {
  process.stderr.write(`\n${line}\n`)
  process.exit(1)
}
