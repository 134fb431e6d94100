/** Where something failed, without its message, which could repeat what a person wrote. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'fault'
  const { name, stack = '' } = error
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return [`fault: ${name}${code}`, ...frames.slice(0, 4)].join('\n')
}
