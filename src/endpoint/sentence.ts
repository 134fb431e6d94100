/** What went wrong, in one line that says what to do. */
export function sentenceFor(error: unknown): string {
  const { code, message, port } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE') return `Port ${port} is in use: stop what uses it, or choose another with PORT.`
  if (code === 'EACCES' || code === 'EPERM') return `No permission: ${message}`
  if (code === 'EROFS') return `The disk that holds DATA_DIR can only be read: ${message}`
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    return 'The disk that holds DATA_DIR is full: free some room and start again.'
  }
  return message
}
