import './shell/trustedTypes'
import '@fontsource-variable/atkinson-hyperlegible-next'
import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'
import { cannotStart, start } from './shell/start'

start().catch(cannotStart)
