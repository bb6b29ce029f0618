/** Where the pages of organisations stand, and who may write there. */
import { useLocation } from 'react-router'
import type { Role } from '#platform/context.ts'
import type { Org } from '../model.ts'

/** The same pages serve the office and the administrators. */
export const useOrgsAddress = () => (useLocation().pathname.startsWith('/admin') ? '/admin/orgs' : '/office/orgs')

export const keeps = (role: Role) => role === 'office' || role === 'secadmin'

/** Kinds that consist of other organisations. */
export const bodyKinds: readonly Org['kind'][] = ['board', 'office', 'team', 'group']
