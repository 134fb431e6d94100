import type { WaymarkDatabase } from '../../src/database/database'
import { lockName } from '../../src/outbox/drain'

/** Another document, as another tab would be, that is busy sending. Removing it kills it. */
export async function tabHoldingTheLock(db: WaymarkDatabase): Promise<HTMLIFrameElement> {
  const tab = document.createElement('iframe')
  document.body.append(tab)
  await new Promise<void>((held) => {
    void tab.contentWindow!.navigator.locks.request(lockName(db), () => {
      held()
      return new Promise(() => {})
    })
  })
  return tab
}
