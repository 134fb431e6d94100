import type { Certificate } from '../domain/plan/certificate'
import type { WaymarkDatabase } from './database'

/** A person's certificates by name. */
export async function certificatesOf(db: WaymarkDatabase, person: string): Promise<Certificate[]> {
  const certificates = await db.certificates.where('person').equals(person).toArray()
  return certificates.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

/** Keeps a certificate, or with undefined takes it away; resolves once durable with what stood there before. */
export async function putCertificate(
  db: WaymarkDatabase,
  id: Certificate['id'],
  certificate: Certificate | undefined,
): Promise<Certificate | undefined> {
  return db.transaction('rw', db.certificates, async () => {
    const before = await db.certificates.get(id)
    if (certificate === undefined) await db.certificates.delete(id)
    else await db.certificates.put(certificate)
    return before
  })
}
