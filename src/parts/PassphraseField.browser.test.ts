import { enableAutoUnmount, mount, type VueWrapper } from '@vue/test-utils'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, h, ref, type Ref } from 'vue'
import { isOffered } from '../interchange/locked/words'
import PassphraseField from './PassphraseField.vue'

let field: VueWrapper
let passphrase: Ref<string>
beforeEach(() => {
  passphrase = ref('')
  const whole = () =>
    h(PassphraseField, {
      modelValue: passphrase.value,
      'onUpdate:modelValue': (typed: string) => (passphrase.value = typed),
    })
  field = mount(
    defineComponent(() => whole),
    { attachTo: document.body },
  )
})
enableAutoUnmount(afterEach)

const button = (name: string) => field.findAll('button').find((one) => one.text() === name)!
const own = () => field.get('input[value=own]').setValue()

describe('words offered', () => {
  it('are there from the start, in sight, and others when asked for', async () => {
    await expect.poll(() => isOffered(passphrase.value)).toBe(true)
    const first = passphrase.value
    expect(field.get('output').text()).toBe(first)
    await button('Other words').trigger('click')
    expect(isOffered(passphrase.value)).toBe(true)
    expect(passphrase.value).not.toBe(first)
    expect(field.text()).toContain('Strong')
  })
})

describe('a passphrase of one’s own', () => {
  it('starts empty and unjudged, hidden until shown, and is judged as it is typed', async () => {
    await own()
    expect(passphrase.value).toBe('')
    expect(field.text()).not.toContain('Too short')
    await field.get('input[type=password]').setValue('short')
    expect(field.text()).toContain('Too short: use at least 12 characters')
    expect(field.get('input[type=password]').attributes('aria-invalid')).toBe('true')
    await button('Show').trigger('click')
    await field.get('input[type=text]').setValue('The heron eats at noon ')
    expect(field.text()).toContain('Long enough')
    expect(passphrase.value).toBe('The heron eats at noon ')
  })

  it('is forgotten when the words are chosen after all', async () => {
    await own()
    await field.get('input[type=password]').setValue('The heron eats at noon')
    await field.get('input[value=words]').setValue()
    expect(isOffered(passphrase.value)).toBe(true)
  })
})

it('has no fault that axe can find, either way', async () => {
  const faults = async () => {
    const { violations } = await axe.run(field.element.parentElement!, {
      rules: { region: { enabled: false } },
    })
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
  }
  expect(await faults()).toEqual([])
  await own()
  expect(await faults()).toEqual([])
})
