import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { useSignIn } from '../session/signIn'
import SignInForm from './SignInForm.vue'

beforeEach(() => setActivePinia(createPinia()))

async function backWith(fault: string) {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/workforce', component: SignInForm }],
  })
  await router.push(`/workforce?open=new&sign-in=${fault}`)
  useSignIn().offer = 'Example County'
  return mount(SignInForm, { global: { plugins: [router] } })
}

it('offers another account to one whose own has neither role, which goes back to the same page', async () => {
  const form = await backWith('no-role')
  expect(form.get('[role=alert]').text()).toContain('Your account may neither work as HR nor publish here.')
  const link = form.get('[role=alert] a')
  expect(link.text()).toBe('Use another account')
  const address = () => new URL(link.attributes('href')!).searchParams
  expect(address().get('account')).toBe('another')
  await expect.poll(() => address().get('to')).toBe('workforce?open=new')
})

it('offers it to nobody else, and says nothing that is made up in an address', async () => {
  for (const fault of ['failed', 'expired', 'made-up', 'constructor']) {
    const form = await backWith(fault)
    expect(form.text()).not.toContain('Use another account')
    expect(form.text()).not.toContain('made-up')
  }
})
