/** The versions of a policy's clauses: drafted from one another, opened, each with its review. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { versionStates } from '#modules/policy/flow.ts'
import { reviewItems, reviewOpinions } from '#modules/policy/model.ts'
import { command } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { Panel, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { DataTable } from '#web/ui/table.tsx'
import { type Policy, paperAt, span, versionTones } from '../words.ts'

export function Versions({ of }: { of: Policy }) {
  const say = useSay()
  const go = useNavigate()
  const known = useQueryClient()
  const draft = useMutation({
    ...command('policy/draftVersion'),
    onSuccess: ({ id }) => {
      void known.invalidateQueries({ queryKey: ['policy/showDocument'] })
      void go(`/office/policies/${of.id}/versions/${id}`)
    },
    onError: say.failed,
  })
  const open = of.versions.some(({ status }) => status === 'draft')
  const from = (base: string | null) => draft.mutate({ policy: of.id, base })
  return (
    <Stack>
      <Panel
        title="条款版本"
        flush
        actions={
          of.mine &&
          !open && (
            <Act icon={icons.add} busy={draft.isPending} onClick={() => from(of.versions[0]?.id ?? null)}>
              {of.versions.length ? '起草新版条款' : '起草条款'}
            </Act>
          )
        }
      >
        <DataTable
          name="条款版本"
          rows={of.versions}
          rowKey={({ id }) => id}
          to={({ id }) => `/office/policies/${of.id}/versions/${id}`}
          empty={<EmptyState title="尚无条款" about="条款以数据形式书写，附样例，逐版发布。" />}
          columns={[
            { key: 'number', title: '版本', show: ({ number }) => `第 ${number} 版` },
            {
              key: 'status',
              title: '状态',
              show: ({ status }) => <StatusTag of={versionStates} is={status} tone={versionTones[status]} />,
            },
            { key: 'span', title: '施行', show: ({ since, until }) => <span className="number">{span(since, until)}</span> },
            { key: 'note', title: '修订说明', wrap: 16, show: ({ note }) => note ?? '—' },
            { key: 'by', title: '起草人', show: ({ savedBy }) => savedBy },
            { key: 'on', title: '发布日期', show: ({ publishedOn }) => <span className="number">{publishedOn ?? '—'}</span> },
            {
              key: 'act',
              title: '办理',
              show: ({ id }) =>
                of.mine && !open ? (
                  <Act inline onClick={() => from(id)}>
                    据此起草
                  </Act>
                ) : null,
            },
          ]}
        />
      </Panel>
      <Panel title="公平竞争审查">
        {of.reviews.length === 0 ? (
          <EmptyState title="尚无审查记录" about="条款草案由领导小组办公室登记公平竞争审查，随条款一并公开。" />
        ) : (
          <Stack>
            {of.reviews.map((review) => (
              <Review key={review.id} of={review} version={of.versions.find(({ id }) => id === review.version)?.number} />
            ))}
          </Stack>
        )}
      </Panel>
    </Stack>
  )
}

const opinionTones = { passed: 'good', excepted: 'warn', failed: 'bad' } as const

export const Review = ({ of, version }: { of: Policy['reviews'][number]; version?: number }) => (
  <div className="stack tight">
    <p>
      {version !== undefined && `第 ${version} 版　`}
      <Mark tone={opinionTones[of.opinion]}>{reviewOpinions[of.opinion]}</Mark>{' '}
      <span className="quiet">
        {of.unit}，{of.reviewedOn}
      </span>
      {of.paper && <a href={paperAt('openReview', of.id)}>　审查表</a>}
    </p>
    <ul>
      {of.items.map(({ item, holds, note }) => (
        <li key={item}>
          {holds ? '符合' : <b>不符合</b>}　{reviewItems[item]}
          {note && <span className="quiet">（{note}）</span>}
        </li>
      ))}
    </ul>
    {of.basis && <p>依据：{of.basis}</p>}
  </div>
)
