/** Where something failed, without its message, which could repeat what a person wrote. */
export function traceOf(error: unknown): { fault: string; at: string[] } {
  if (!(error instanceof Error)) return { fault: 'unknown', at: [] }
  const { name, stack = '' } = error
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return { fault: `${name}${code}`, at: frames.slice(0, 4).map((frame) => frame.trim().slice(3)) }
}
