import { expect, it } from 'vitest'
import type { RoleProfile } from '../../domain/role'
import { rolesInWords } from './frameworkWords'

const role = (id: string, ladder?: string) => ({ id, ...(ladder && { ladder }) }) as RoleProfile

it('counts a role of several levels once, as the table of the import does, and its levels beside it', () => {
  const roles = [role('a-1', 'a'), role('a-2', 'a'), role('b')]
  expect(rolesInWords({ roles })).toBe('2 roles with 3 role levels')
  expect(rolesInWords({ roles: [role('b'), role('c')] })).toBe('2 roles')
})
