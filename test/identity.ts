/** An identity provider on loopback (the real oidc-provider library), whose users are logged in as soon as they arrive. */
import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export type Somebody = { sub: string; preferred_username?: string; name: string }

export async function openIdentityProvider(redirectUri: string) {
  let arriving: Somebody | null = null
  const somebodies = new Map<string, Somebody>()
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/interaction/')) void admit(request, response)
    else callback(request, response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'mantianxing', client_secret: 'shared-secret', redirect_uris: [redirectUri] }],
    jwks: { keys: [{ ...key, alg: 'RS256', use: 'sig', kid: 'one' }] },
    cookies: { keys: ['only-for-tests'] },
    claims: { openid: ['sub'], profile: ['preferred_username', 'name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => somebodies.get(sub) }),
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  })
  const callback = provider.callback()

  /** Login and consent in one step; nobody arriving means that the user turned back. */
  const admit = async (...[request, response]: Parameters<typeof callback>) => {
    const { params } = await provider.interactionDetails(request, response)
    if (!arriving) return provider.interactionFinished(request, response, { error: 'access_denied' })
    somebodies.set(arriving.sub, arriving)
    const grant = new provider.Grant({ accountId: arriving.sub, clientId: params.client_id })
    grant.addOIDCScope(params.scope)
    const consent = { grantId: await grant.save() }
    await provider.interactionFinished(request, response, { login: { accountId: arriving.sub }, consent })
  }

  /** Walks a browser from the authorization address to where the provider sends it back. */
  const walk = async (from: string, who: Somebody | null): Promise<string> => {
    arriving = who
    const cookies = new Map<string, string>()
    let url = from
    while (!url.startsWith(redirectUri)) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
      for (const line of response.headers.getSetCookie()) {
        const [, name, value] = line.match(/^([^=]+)=([^;]*)/)!
        cookies.set(name!, value!)
      }
      const location = response.headers.get('location')
      if (!location) throw new Error(`${response.status} ${await response.text()}`)
      url = new URL(location, url).toString()
    }
    return url
  }

  return { issuer, walk, close: () => new Promise((closed) => server.close(closed)) }
}
