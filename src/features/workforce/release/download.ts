import { ask } from '../../../client/endpoint'
import { saveFile } from '../../../ui/saveFile'

export type DownloadFormat = 'json' | 'csv'

const MEDIA_TYPES: Record<DownloadFormat, string> = { json: 'application/json', csv: 'text/csv' }

/** A release exactly as the endpoint gives it, saved as a file. Throws an `EndpointProblem`. */
export async function downloadRelease(period: string, format: DownloadFormat, token: string): Promise<void> {
  const { bytes } = await ask(`releases/${period}`, { token, headers: { accept: MEDIA_TYPES[format] } })
  saveFile(`waymark-${period}.${format}`, bytes, MEDIA_TYPES[format])
}
