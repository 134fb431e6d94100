/**
 * The statements in a descriptor: one for each bullet ("- ", "* ", "• "), without the
 * lead-in "You can:". A line with no bullet carries on the one before it; text with no
 * bullets at all is one statement a paragraph.
 */
export function statementsIn(text: string): string[] {
  const statements: string[] = []
  let bulleted = false
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '' || /^you can:?$/i.test(line)) continue
    const bullet = /^[-*•]\s*(.*)$/.exec(line)
    if (bullet !== null) {
      bulleted = true
      if (bullet[1] !== undefined && bullet[1] !== '') statements.push(bullet[1])
    } else if (bulleted && statements.length > 0) {
      statements[statements.length - 1] += ` ${line}`
    } else {
      statements.push(line)
    }
  }
  return statements
}
