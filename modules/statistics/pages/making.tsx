/** Where a table is made: what it would show and hide, and whether it may be published beside those that are. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { command, type Out, query } from '#web/client.ts'
import { ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { ChoiceInput, MonthInput, TextInput } from '#web/ui/form/inputs.tsx'
import { Panel, Row, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { cellTitles, type ReturnCell, type Scheme, type Split, schemes, splits } from '../model.ts'
import { Grid } from './grid.tsx'

const choicesOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))
const among = <K extends string>(words: Record<K, string>, asked: string | null) =>
  asked !== null && asked in words ? (asked as K) : null

export function Making() {
  const [search, write] = useSearchParams()
  const put = (name: string) => (value: string | null) => {
    const next = new URLSearchParams(search)
    if (value) next.set(name, value)
    else next.delete(name)
    write(next, { replace: true })
  }
  const scheme = among<Scheme>(schemes, search.get('scheme'))
  const cell = among<ReturnCell>(cellTitles, search.get('cell'))
  const rows = among<Split>(splits, search.get('rows'))
  const columns = among<Split>(splits, search.get('columns'))
  const month = search.get('month')
  return (
    <Stack>
      <Row>
        <ChoiceInput
          name="报表"
          placeholder="报表"
          width={150}
          choices={choicesOf(schemes)}
          value={scheme}
          onChange={put('scheme')}
        />
        <span style={{ width: 120 }}>
          <MonthInput name="报告期" placeholder="报告期" value={month} onChange={put('month')} />
        </span>
        <ChoiceInput
          name="指标"
          placeholder="指标"
          width={180}
          choices={choicesOf(cellTitles)}
          value={cell}
          onChange={put('cell')}
        />
        <ChoiceInput
          name="按什么分组"
          placeholder="分组"
          width={120}
          choices={choicesOf(splits)}
          value={rows}
          onChange={put('rows')}
        />
        <ChoiceInput
          name="再按什么分组"
          placeholder="再分组（可不选）"
          width={160}
          clearable
          choices={choicesOf(splits).filter(({ value }) => value !== rows)}
          value={columns}
          onChange={put('columns')}
        />
      </Row>
      {scheme && month && cell && rows ? (
        <Trial key={search.toString()} of={{ scheme, month, cell, rows, columns: columns === rows ? null : columns }} />
      ) : (
        <Panel>
          <EmptyState title="请选择报表、报告期、指标和分组" about="选好后在这里试算，确认无误再公布。" />
        </Panel>
      )}
    </Stack>
  )
}

type Asked = { scheme: Scheme; month: string; cell: ReturnCell; rows: Split; columns: Split | null }

function Trial({ of }: { of: Asked }) {
  const asked = useQuery({ ...query('statistics/tabulate', of), retry: false })
  return (
    <Panel>
      <Loaded from={asked}>{(made) => <Made of={of} made={made} />}</Loaded>
    </Panel>
  )
}

function Made({ of, made }: { of: Asked; made: Out<'statistics/tabulate'> }) {
  const [title, name] = useState<string | null>(made.title)
  const say = useSay()
  const go = useNavigate()
  const publish = useMutation({
    ...command('statistics/publish'),
    onError: say.failed,
    onSuccess: ({ id }) => {
      say.done('已公布')
      void go(`/office/statistics/${id}`)
    },
  })
  const hidden = made.cells.filter((cell) => cell.hidden).length
  return (
    <Stack>
      {made.obstacle ? (
        <Notice tone="warning" title="不能公布">
          {made.obstacle}
        </Notice>
      ) : (
        <Row>
          <span style={{ width: 'min(480px, 100%)' }}>
            <TextInput name="表名" placeholder="表名" maxLength={120} value={title} onChange={name} />
          </span>
          <ConfirmButton
            main
            busy={publish.isPending}
            disabled={!title}
            ask="确定公布这张表吗？"
            about={`${hidden ? `${hidden} 个数据将隐去。` : ''}公布后不能修改或撤回，当天不再接收该报告期的报表。`}
            yes="公布"
            onConfirm={() => publish.mutate({ ...of, title: title ?? '' })}
          >
            公布
          </ConfirmButton>
        </Row>
      )}
      <Grid name={made.title} {...of} cells={made.cells} />
    </Stack>
  )
}
