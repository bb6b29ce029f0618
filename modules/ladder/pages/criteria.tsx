/** Criteria in force, ladder by ladder; the office writes a new version as text and is told every flaw by line and column. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { type CSSProperties, useState } from 'react'
import { command, type Out, query, Refusal } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog, Notice } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { LongTextInput } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel, Row, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { DataTable } from '#web/ui/table.tsx'
import './ladder.css'

type Scheme = Out<'ladder/list'>[number]

export default function Criteria() {
  const office = useMe().role === 'office'
  const asked = useQuery(query('ladder/list', {}))
  const [writing, write] = useState<string | null>(null)
  const [looking, look] = useState<string | null>(null)
  return (
    <PageFrame
      title="认定标准"
      description="各项称号的现行条件，按生效日期分版本保存；企业档案中的“培育梯队”按此对照。"
      actions={
        office && (
          <Act main icon={icons.add} onClick={() => write('')}>
            录入标准
          </Act>
        )
      }
    >
      <Loaded from={asked} rows={10}>
        {(all) =>
          all.length ? (
            <Stack>
              {laddersIn(all).map(([name, schemes]) => (
                <Panel key={name} title={name} flush>
                  {schemes.map((scheme) => (
                    <SchemeOf key={scheme.code} of={scheme} onLook={() => look(scheme.code)} />
                  ))}
                </Panel>
              ))}
            </Stack>
          ) : (
            <Panel>
              <EmptyState title="尚无现行认定标准" about="由领导小组办公室录入。" />
            </Panel>
          )
        }
      </Loaded>
      <Versions code={looking} onClose={() => look(null)} onRevise={office ? write : undefined} />
      <Writing key={writing} text={writing} onClose={() => write(null)} />
    </PageFrame>
  )
}

function laddersIn(all: Scheme[]): [string, Scheme[]][] {
  const names = [...new Set(all.map(({ ladder }) => ladder?.name ?? '其他称号'))]
  return names.map((name) => [name, all.filter(({ ladder }) => (ladder?.name ?? '其他称号') === name)])
}

const SchemeOf = ({ of, onLook }: { of: Scheme; onLook: () => void }) => (
  <details className="scheme">
    <summary>
      <b>{of.name}</b> <Mark>第 {of.version} 版</Mark>{' '}
      <span className="quiet">
        自 {of.since} 施行{of.until ? `，至 ${of.until}` : ''}
        {of.validYears ? `；称号有效期 ${of.validYears} 年` : ''}
      </span>
    </summary>
    <div className="scheme-body">
      <Row>
        <span className="quiet">
          依据：{of.source}
          {of.note ? `。${of.note}` : ''}
        </span>
        <Act inline onClick={onLook}>
          历次版本
        </Act>
      </Row>
      <Lines of={of.criteria} />
      {of.bonus.length > 0 && (
        <>
          <p className="quiet">加分项（不作为必要条件）</p>
          <Lines of={of.bonus} />
        </>
      )}
    </div>
  </details>
)

const Lines = ({ of }: { of: Scheme['criteria'] }) => (
  <ol className="criteria">
    {of.map(({ depth, title, words }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: conditions stand in their order, nothing else names them
      <li key={at} style={{ '--depth': depth } as CSSProperties}>
        <span>{title}</span>
        <span className="quiet">{words}</span>
      </li>
    ))}
  </ol>
)

type VersionsOf = { code: string | null; onClose: () => void; onRevise?: (text: string) => void }
function Versions({ code, onClose, onRevise }: VersionsOf) {
  const asked = useQuery({ ...query('ladder/history', { code: code ?? undefined }), enabled: code !== null })
  return (
    <Dialog title="历次版本" open={code !== null} onClose={onClose} wide>
      <Loaded from={asked} rows={4}>
        {(rows) => (
          <DataTable
            name="历次版本"
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { key: 'version', title: '版本', show: ({ version }) => `第 ${version} 版` },
              { key: 'since', title: '生效日期', show: ({ since }) => <span className="number">{since}</span> },
              { key: 'enteredBy', title: '录入人', show: ({ enteredBy }) => enteredBy },
              { key: 'source', title: '依据', wrap: 20, show: ({ source }) => source },
              {
                key: 'act',
                title: '办理',
                show: ({ text }) =>
                  onRevise && (
                    <Act
                      inline
                      onClick={() => {
                        onClose()
                        onRevise(text)
                      }}
                    >
                      据此修订
                    </Act>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </Dialog>
  )
}

type Flaw = { line: number; column: number; sentence: string }
const flawsIn = (error: unknown): Flaw[] =>
  error instanceof Refusal ? ((error.detail as { flaws?: Flaw[] } | null)?.flaws ?? []) : []

function Writing({ text, onClose }: { text: string | null; onClose: () => void }) {
  const say = useSay()
  const [written, write] = useState(text ?? '')
  const revise = useMutation(command('ladder/revise'))
  const flaws = flawsIn(revise.error)
  return (
    <Dialog title={text ? '修订认定标准' : '录入认定标准'} open={text !== null} onClose={onClose} wide>
      <Stack>
        <p className="quiet">按规定格式书写，附样例；有写法问题或样例与标准不一致的，不予保存。</p>
        <div className="criteria-text">
          <LongTextInput name="标准文本" rows={16} maxLength={60_000} value={written} onChange={(next) => write(next ?? '')} />
        </div>
        {revise.isError && (
          <Notice tone="error" title={flaws.length ? `标准文本有 ${flaws.length} 处问题` : '标准没有保存'}>
            {flaws.length ? (
              <ul className="reasons">
                {flaws.map(({ line, column, sentence }) => (
                  <li key={`${line} ${column} ${sentence}`}>
                    第 {line} 行第 {column} 列：{sentence}
                  </li>
                ))}
              </ul>
            ) : (
              revise.error.message
            )}
          </Notice>
        )}
        <Row>
          <Act
            main
            busy={revise.isPending}
            disabled={!written.trim()}
            onClick={() =>
              revise.mutate(
                { text: written },
                {
                  onSuccess: ({ version }) => {
                    say.done(`已保存为第 ${version} 版`)
                    onClose()
                  },
                },
              )
            }
          >
            保存为新版本
          </Act>
          <Act onClick={onClose}>取消</Act>
        </Row>
      </Stack>
    </Dialog>
  )
}
