/** base64url without padding (RFC 4648, section 5), as every binary value of the API is written. */
export function base64url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** The base64url of the SHA-256 of these bytes, or of a text's UTF-8. Needs a secure context, as all WebCrypto does. */
export async function sha256(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

/** How the API names exact bytes: `sha256-…`. A catalogue's version, a grid's hash. */
export async function versionOf(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  return `sha256-${await sha256(content)}`
}
