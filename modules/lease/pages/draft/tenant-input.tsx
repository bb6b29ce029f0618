/** The tenant: an enterprise on file found by its name, or just a name. */
import { useQuery } from '@tanstack/react-query'
import { query } from '#web/client.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { TextInput } from '#web/ui/form/inputs.tsx'
import { Row, Stack } from '#web/ui/frame/page.tsx'

export type Tenant = { enterprise: string | null; name: string | null }
type TenantOf = { id?: string; value?: Tenant | null; onChange?: (tenant: Tenant) => void }

export function TenantInput({ id, value, onChange }: TenantOf) {
  const { enterprise, name } = value ?? { enterprise: null, name: null }
  const words = name?.trim() ?? ''
  const looking = enterprise === null && words.length > 1
  const asked = useQuery({ ...query('enterprise/list', { words, size: 5 }), enabled: looking })
  return (
    <Stack tight>
      <TextInput
        id={id}
        name="承租方名称"
        placeholder="输入企业名称，可从档案中选用"
        maxLength={120}
        value={name}
        onChange={(next) => onChange?.({ enterprise: null, name: next })}
      />
      {enterprise !== null && (
        <Row>
          <Mark tone="good">已选用企业档案</Mark>
        </Row>
      )}
      {looking && (
        <Row>
          {(asked.data?.rows ?? []).map((row) => (
            <Act key={row.id} inline onClick={() => onChange?.({ enterprise: row.id, name: row.name })}>
              选用“{row.name}”
            </Act>
          ))}
          {asked.data?.rows.length === 0 && <span className="quiet">档案中没有这家企业，将按名称签订。</span>}
        </Row>
      )}
    </Stack>
  )
}
