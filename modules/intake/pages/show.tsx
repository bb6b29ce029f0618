/** One import: how far it has been read, what it would change, and its commit. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { intakeStates, ledgers } from '#modules/intake/model.ts'
import { command, query } from '#web/client.ts'
import { Act, ConfirmButton, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { ProgressLine } from '#web/ui/figure/figure.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { moment } from '#web/ui/figure/number.ts'
import { PageFrame, Panel, Row, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Preview } from './preview.tsx'
import { goingIn, type Intake, ledgerPages, stateTones } from './words.ts'

export default function Import() {
  const { id = '' } = useParams()
  const asked = useQuery({
    ...query('intake/show', { id }),
    refetchInterval: ({ state }) => (state.data?.status === 'reading' ? 700 : false),
  })
  const of = asked.data
  return (
    <PageFrame
      title={of?.fileName ?? '表格导入'}
      description={of && `导入${ledgers[of.ledger]}，${of.startedBy} ${moment(of.startedAt)} 上传`}
      marks={of && <StatusTag of={intakeStates} is={of.status} tone={stateTones[of.status]} />}
      crumbs={[{ title: '表格导入', to: '/office/imports' }, { title: of?.fileName ?? '导入' }]}
      actions={of && <Steps of={of} />}
    >
      <Loaded from={asked} rows={8}>
        {(found) => <Body of={found} />}
      </Loaded>
    </PageFrame>
  )
}

function Body({ of }: { of: Intake }) {
  switch (of.status) {
    case 'reading':
      return <Reading of={of} />
    case 'failed':
      return (
        <Panel>
          <Stack>
            <Notice tone="error" title="文件未能读取">
              {of.message}
            </Notice>
            <Row>
              <GoTo main to={`/office/imports?ledger=${of.ledger}`}>
                改正后重新上传
              </GoTo>
            </Row>
          </Stack>
        </Panel>
      )
    case 'committed':
      return (
        <Panel>
          <EmptyState
            title={`已提交 ${of.done} 行`}
            about={`${of.finishedAt ? moment(of.finishedAt) : ''} 提交，全部记入办理日志。`}
            actions={<GoTo to={ledgerPages[of.ledger]}>查看{ledgers[of.ledger]}</GoTo>}
          />
        </Panel>
      )
    case 'discarded':
      return (
        <Panel>
          <EmptyState
            title="已放弃该次导入"
            about="没有改动任何档案。"
            actions={<GoTo to={`/office/imports?ledger=${of.ledger}`}>重新上传</GoTo>}
          />
        </Panel>
      )
    default:
      return <Preview of={of} />
  }
}

function Reading({ of: { progress } }: { of: Intake }) {
  return (
    <Panel title="正在读取和检查">
      <Stack>
        <div role="status">
          {progress ? `已读 ${progress.rows} 行` : '正在等待读取'}
          <span className="quiet">　可离开本页，读完后从“表格导入”进入查看</span>
        </div>
        <ProgressLine label="读取进度" done={progress?.part ?? 0} />
      </Stack>
    </Panel>
  )
}

/** What can be done with it now. */
function Steps({ of }: { of: Intake }) {
  const say = useSay()
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ predicate: ({ queryKey: [path] }) => String(path).startsWith('intake/') })
  const outcome = (sentence: string) => ({ onSuccess: () => say.done(sentence), onError: say.failed, onSettled: refresh })
  const commit = useMutation(command('intake/commit'))
  const discard = useMutation(command('intake/discard'))
  const recheck = useMutation(command('intake/recheck'))
  const { id, status } = of
  const open = status === 'checked' || status === 'reading'
  const rows = goingIn(of)
  return (
    <>
      {open && (
        <ConfirmButton
          danger
          disabled={commit.isPending}
          busy={discard.isPending}
          ask="确定放弃该次导入吗？"
          about="检查结果将清除，不影响任何档案。"
          yes="放弃"
          onConfirm={() => discard.mutate({ id }, outcome('已放弃'))}
        >
          放弃
        </ConfirmButton>
      )}
      {(status === 'checked' || status === 'failed') && (
        <Act busy={recheck.isPending} disabled={commit.isPending} onClick={() => recheck.mutate({ id }, outcome('正在重新检查'))}>
          重新检查
        </Act>
      )}
      {status === 'checked' && (
        <ConfirmButton
          main
          busy={commit.isPending}
          disabled={of.bad > of.leftOut || rows === 0}
          ask={`确定提交 ${rows} 行吗？`}
          about={commitment(of)}
          yes="提交"
          onConfirm={() => commit.mutate({ id }, outcome('已提交'))}
        >
          {commit.isPending ? '正在提交' : `提交 ${rows} 行`}
        </ConfirmButton>
      )}
    </>
  )
}

function commitment({ fresh, changed, anyway, similar, leftOut }: Intake): string {
  const out = similar - anyway + leftOut
  return `新增 ${fresh + anyway} 条，更新 ${changed} 条${out ? `，另有 ${out} 行不导入` : ''}。一次全部提交，任何一行不成则全部不提交。`
}
