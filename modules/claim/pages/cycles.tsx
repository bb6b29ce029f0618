/** Batches: which clauses are granted now, until when, by whom; opened and closed by the lead unit (plan task 3). */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { z } from 'zod'
import { claimStates, cycleStates } from '#modules/claim/flow.ts'
import { channels, cycle } from '#modules/claim/model.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame, useMe } from '#web/session.tsx'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { Facts, PageFrame, Panel, Row, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import './claim.css'

type Line = Out<'claim/allCycles'>[number]
type Choices = Out<'claim/cycleChoices'>
const tones = { open: 'good', closed: 'quiet', cancelled: 'quiet' } as const

export default function Cycles() {
  const { role } = useMe()
  const asked = useQuery(query('claim/allCycles', {}))
  const may = role === 'office' || role === 'department'
  return (
    <PageFrame
      title="兑现批次"
      description="按条款分批兑现：申报类由企业申报，免申即享类由筛查结果生成；数据按批次确定的日期认定。"
      actions={may && <Open />}
    >
      <Loaded from={asked}>
        {(rows) =>
          rows.length ? (
            <Stack>
              {rows.map((row) => (
                <Batch key={row.id} of={row} />
              ))}
            </Stack>
          ) : (
            <Panel>
              <EmptyState title="还没有兑现批次" about="开启批次后，企业即可按选定的条款申报。" />
            </Panel>
          )
        }
      </Loaded>
    </PageFrame>
  )
}

function Batch({ of }: { of: Line }) {
  const say = useSay()
  const close = useMutation({ ...command('claim/closeCycle'), onSuccess: () => say.done('已截止受理'), onError: say.failed })
  const cancel = useMutation({ ...command('claim/cancelCycle'), onSuccess: () => say.done('已取消'), onError: say.failed })
  const states = Object.entries(of.states) as [keyof typeof claimStates, number][]
  return (
    <Panel
      title={
        <>
          {of.title} <Mark tone={tones[of.status]}>{cycleStates[of.status]}</Mark> <Mark>{channels[of.channel]}</Mark>
        </>
      }
      actions={
        of.mine &&
        of.status === 'open' && (
          <Row>
            <ConfirmButton
              inline
              ask="截止受理吗？"
              about="已提交的申报继续办理。"
              yes="截止"
              onConfirm={() => close.mutate({ id: of.id })}
            >
              截止受理
            </ConfirmButton>
            {of.claims === 0 && (
              <ConfirmButton inline danger ask="取消该批次吗？" yes="取消批次" onConfirm={() => cancel.mutate({ id: of.id })}>
                取消批次
              </ConfirmButton>
            )}
          </Row>
        )
      }
    >
      <Stack tight>
        <Facts
          of={[
            { title: '条款', value: of.clauseTitles.join('、'), wide: true },
            { title: '政策', value: of.policyTitle, wide: true },
            { title: '受理', value: `${of.opensOn} 至 ${of.closesOn ?? '另行通知'}` },
            { title: '年度', value: `${of.year} 年` },
            { title: '数据日期', value: of.asOf },
            { title: '牵头单位', value: of.orgName },
            { title: '会审部门', value: of.juryNames.join('、') || '无须会审', wide: true },
          ]}
        />
        <Row>
          <Link to={`/office/claims?cycle=${of.id}`}>兑现事项 {of.claims} 件</Link>
          {states.map(([state, count]) => (
            <Link key={state} to={`/office/claims?cycle=${of.id}&state=${state}`} className="quiet">
              {claimStates[state]} {count}
            </Link>
          ))}
        </Row>
      </Stack>
    </Panel>
  )
}

function Open() {
  const [open, turn] = useState(false)
  const choices = useQuery({ ...query('claim/cycleChoices', {}), enabled: open })
  return (
    <>
      <Act main icon={icons.add} onClick={() => turn(true)}>
        开启批次
      </Act>
      <Dialog title="开启兑现批次" wide open={open} onClose={() => turn(false)}>
        <Loaded from={choices}>{(of) => <OpenForm of={of} onDone={() => turn(false)} />}</Loaded>
      </Dialog>
    </>
  )
}

const { title, clauses, year, jury, opensOn, closesOn, asOf, basis } = cycle.shape
const form = z.object({ title, clauses, jury, opensOn, closesOn, asOf, year, basis })

function OpenForm({ of: { versions, departments }, onDone }: { of: Choices; onDone: () => void }) {
  const say = useSay()
  const today = useFrame()?.today ?? ''
  const [version, choose] = useState(versions[0]?.id ?? null)
  const [channel, take] = useState<keyof typeof channels>('claim')
  const add = useMutation(command('claim/openCycle'))
  const found = versions.find(({ id }) => id === version)
  if (!versions.length) return <EmptyState title="没有可以兑现的条款" about="条款发布后，由政策牵头单位或办公室开启批次。" />
  const fitting = found?.clauses.filter((one) => (one.channel === 'direct') === (channel === 'direct')) ?? []
  return (
    <Stack>
      <ChoiceInput
        name="条款版本"
        choices={versions.map(({ id, title }) => ({ value: id, label: title }))}
        value={version}
        onChange={choose}
      />
      <ChoiceInput
        name="方式"
        choices={Object.entries(channels).map(([value, label]) => ({ value, label }))}
        value={channel}
        onChange={(next) => take(next === 'direct' ? 'direct' : 'claim')}
      />
      <RecordForm
        key={`${version} ${channel}`}
        of={form}
        columns={2}
        initial={{ opensOn: today, asOf: today, year: Number(today.slice(0, 4)) }}
        choices={{
          clauses: fitting.map(({ code, title }) => ({ value: code, label: title })),
          jury: departments.map(({ id, name }) => ({ value: id, label: name })),
        }}
        hints={{ asOf: '按这一天的台账数据认定', jury: channel === 'direct' ? '免申即享无须会审' : '各部门分别提出意见' }}
        save="开启"
        onCancel={onDone}
        onSave={async (given) => {
          await add.mutateAsync({ ...given, channel, version: version! })
          say.done('批次已开启')
          onDone()
        }}
      />
    </Stack>
  )
}
