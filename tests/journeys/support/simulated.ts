import { webcrypto } from 'node:crypto'
import type { CurrentPeriod } from '../../../src/contract/period.ts'
import { signedText, type Summary } from '../../../src/contract/summary.ts'
import { sealedBody } from '../../../src/endpoint/sealed.ts'
import { type Endpoint, JOIN_CODE } from './endpoint.ts'

const { subtle } = webcrypto
const base64url = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as Uint8Array).toString('base64url')

/** A laptop as the endpoint knows it: a key of its own for one period, and what it signs with it. */
export class SimulatedLaptop {
  private constructor(
    private readonly keys: webcrypto.CryptoKeyPair,
    private readonly publicKey: string,
    private readonly period: CurrentPeriod,
  ) {}

  static async in(period: CurrentPeriod): Promise<SimulatedLaptop> {
    const keys = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
    return new SimulatedLaptop(keys, base64url(await subtle.exportKey('raw', keys.publicKey)), period)
  }

  /** Bands in one cell, signed under a sequence; no bands withdraw. Resolves with the status answered. */
  async send(endpoint: Endpoint, sequence: number, cell: string, bands?: Summary['bands']): Promise<number> {
    const { id: period, gridHash: grid, catalogue } = this.period
    const summary: Summary = { v: 1, period, grid, catalogue, cell, bands: bands ?? {} }
    const body =
      bands === undefined ? '' : await sealedBody(JSON.stringify(summary), this.period.recipient!, 4096)
    const hash = base64url(await subtle.digest('SHA-256', Buffer.from(body)))
    const signature = await subtle.sign(
      { name: 'ECDSA', hash: 'SHA-256' },
      this.keys.privateKey,
      Buffer.from(signedText(period, sequence, hash)),
    )
    const response = await endpoint.call('summaries', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        v: 1,
        period,
        publicKey: this.publicKey,
        sequence,
        signature: base64url(signature),
        body,
        joinCode: JOIN_CODE,
      }),
    })
    return response.status
  }
}
