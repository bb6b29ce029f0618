/** What the login page asks of the server at its door. */
import { ask, post } from '../client.ts'

export const enter = (username: string, password: string) =>
  post<{ secondFactor: boolean }>('/api/auth/sign-in', { username, password })
export const verify = (code: string) => post('/api/auth/verify-code', { code })
export const verifyBackup = (code: string) => post('/api/auth/verify-backup-code', { code })
export const enrol = (password: string) => post<{ uri: string; backupCodes: string[] }>('/api/auth/enrol', { password })
export const changePassword = (currentPassword: string, newPassword: string) =>
  post('/api/auth/change-password', { currentPassword, newPassword })
export const startIdentity = (callbackURL: string) => post<{ url: string }>('/api/auth/identity', { callbackURL })

/** Ways in; `identity` names the outside identity provider where there is one. */
export const ways = {
  queryKey: ['auth/ways'] as const,
  queryFn: () => ask<{ password: boolean; identity: { name: string } | null }>('/api/auth/ways'),
}
