/** A button that says why it cannot be used, instead of hiding. */
import type { ComponentProps } from 'react'
import { Act } from './buttons.tsx'

type PermittedOf = ComponentProps<typeof Act> & { when: boolean; because: string }

export function Permitted({ when, because, ...act }: PermittedOf) {
  if (when) return <Act {...act} />
  return (
    <span title={because}>
      <Act {...act} disabled />
      <span className="visually-hidden">{because}</span>
    </span>
  )
}
