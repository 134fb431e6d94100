/** Hands a file to the person through the browser's own download, with no network involved. */
export function saveFile(name: string, content: string | Uint8Array<ArrayBuffer>, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Revoked once the browser has had its turn to read it.
  setTimeout(() => URL.revokeObjectURL(address))
}
