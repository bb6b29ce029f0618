/** Drawing up a lease, or writing a draft anew: rooms of one building, a tenant on file or by name, terms. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useOwnPlace } from '#modules/enterprise/pages/choices.ts'
import { lease } from '#modules/lease/model.ts'
import { command, type In, query } from '#web/client.ts'
import { Field } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { type Answers, FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel, Row, Stack } from '#web/ui/frame/page.tsx'
import { Loaded, NoRight } from '#web/ui/frame/states.tsx'
import { FreeInput, StepsInput } from './draft/spans-input.tsx'
import { type Tenant, TenantInput } from './draft/tenant-input.tsx'
import { UnitsInput } from './draft/units-input.tsx'
import { useBuildings } from './filter.tsx'
import type { Whole } from './lease/account.tsx'
import { keepOnly } from './words.ts'
import './lease.css'

export default function DraftPage() {
  const { id } = useParams()
  const { role } = useMe()
  const asked = useQuery({ ...query('lease/show', { id: id ?? '' }), enabled: id !== undefined })
  if (role !== 'office' && role !== 'park') return <NoRight title={keepOnly} />
  if (!id) return <Draft />
  return <Loaded from={asked}>{(whole) => <Draft key={whole.lease.id} of={whole} />}</Loaded>
}

const { shape } = lease
type Input = In<'lease/draft'>

function Draft({ of }: { of?: Whole }) {
  const go = useNavigate()
  const say = useSay()
  const [search] = useSearchParams()
  const own = useOwnPlace()
  const buildings = useBuildings(own.zone)
  const [building, choose] = useState<string | null>(of?.lease.building ?? search.get('building'))
  const [first] = useState(() => initialOf(of, search.get('units')))
  const draft = useMutation(command('lease/draft'))
  const redraft = useMutation(command('lease/redraft'))
  const title = of ? `修改租约 ${of.lease.number}` : '起草租约'
  if (of && of.standing !== 'draft')
    return <Notice tone="warning">已签订或已作废的租约不可改动，请办理续租、退租或重新起草。</Notice>
  return (
    <PageFrame
      title={title}
      description="草稿不占用单元；签订时由系统核对，同一时间只能租给一家。"
      crumbs={[{ title: '租约', to: '/office/leases' }, { title }]}
    >
      <Panel>
        <Stack>
          <Row>
            <span>楼宇</span>
            <ChoiceInput
              name="楼宇"
              placeholder="请选择楼宇"
              width={320}
              choices={buildings}
              value={buildings.some(({ value }) => value === building) ? building : null}
              onChange={choose}
            />
          </Row>
          <FormBox
            key={building}
            initial={first}
            columns={2}
            save={of ? '保存草稿' : '起草'}
            onCancel={() => go(-1)}
            onSave={async (answers) => {
              const input = inputOf(answers)
              const { id, number } = of
                ? await redraft.mutateAsync({ ...input, id: of.lease.id })
                : await draft.mutateAsync(input)
              say.done(`租约 ${number} 草稿已保存`)
              go(`/office/leases/${id}`)
            }}
          >
            <FieldBox
              name="units"
              title="租赁单元"
              wide
              hint="租赁面积默认为单元建筑面积，可改小。"
              check={(value) => (Array.isArray(value) && value.length > 0 ? null : '请选择租赁单元')}
            >
              <UnitsInput building={building} />
            </FieldBox>
            <FieldBox
              name="tenant"
              title="承租方"
              wide
              hint="选用企业档案的，名称和信用代码以档案为准。"
              check={(value) => ((value as Tenant | null)?.name ? null : '请填写承租方')}
            >
              <TenantInput />
            </FieldBox>
            <Field name="lessor" field={shape.lessor} />
            <Field name="number" field={shape.number.nullable()} hint="留空由系统编号。" />
            <Field name="from" field={shape.from} />
            <Field name="to" field={shape.to} hint="租期的最后一天。" />
            <Field name="rent" field={shape.rent} />
            <Field name="fee" field={shape.fee} hint="不收取的留空。" />
            <Field name="payEvery" field={shape.payEvery} />
            <Field name="dueDays" field={shape.dueDays} hint="每期开始后几天内付清。" />
            <Field name="deposit" field={shape.deposit} />
            <Field name="growth" field={shape.growth} hint="每满一年在上年租金上递增，与租金调整只能约定一种。" />
            <FieldBox name="steps" title="租金调整" optional>
              <StepsInput />
            </FieldBox>
            <FieldBox name="free" title="免租期" optional hint="起止日均含，免收租金，物业费照常计收。">
              <FreeInput />
            </FieldBox>
            <Field name="note" field={shape.note} />
          </FormBox>
        </Stack>
      </Panel>
    </PageFrame>
  )
}

function initialOf(of: Whole | undefined, units: string | null): Answers {
  if (!of) {
    const chosen = (units ?? '').split(',').filter(Boolean)
    return { payEvery: 'quarter', dueDays: 10, deposit: 0, steps: [], free: [], units: chosen.map((unit) => ({ unit })) }
  }
  const { lease, units: rooms } = of
  const tenant: Tenant = { enterprise: lease.enterprise, name: lease.tenant }
  return { ...lease, tenant, units: rooms.map(({ unit, area }) => ({ unit, area })) }
}

/** The server checks every value; what is empty is left to it. */
function inputOf(answers: Answers): Input {
  const { tenant, steps, free, ...rest } = answers as Answers & { tenant: Tenant; steps?: unknown; free?: unknown }
  const fields = Object.fromEntries(
    ['number', 'lessor', 'from', 'to', 'rent', 'fee', 'growth', 'payEvery', 'dueDays', 'deposit', 'note', 'units'].map((key) => [
      key,
      rest[key] ?? null,
    ]),
  )
  const named = { enterprise: tenant.enterprise, tenant: tenant.name }
  return { ...fields, ...named, deposit: rest.deposit ?? 0, steps: steps ?? [], free: free ?? [] } as Input // checked by the fields above
}
