/** The inbox of questions about policy: what waits for an answer, what is late, what was told. */
import { useQuery } from '@tanstack/react-query'
import { type In, type Out, query } from '#web/client.ts'
import { GoTo } from '#web/ui/buttons.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { useAddress } from '#web/ui/filter/address.ts'
import { choicesOf, FilterBar } from '#web/ui/filter/bar.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { QuestionTable } from './question/table.tsx'
import './policy.css'

const size = 50
const keys = { texts: ['words', 'state'] } as const
const states = { open: '待答复', mine: '待我答复', late: '已逾期', answered: '已答复', closed: '已关闭', all: '全部' }

export default function Questions() {
  const address = useAddress(keys)
  const page = usePage()
  const filter = address.filter as In<'policy/questions'> // the server checks every word of the address
  const asked = useQuery({
    ...query('policy/questions', { ...filter, page, size }),
    placeholderData: (before: Out<'policy/questions'> | undefined) => before,
  })
  return (
    <PageFrame
      title="政策咨询"
      description="企业和公众提出的咨询，一般的 1 个工作日、复杂的 3 个工作日内答复；有普遍意义的可公开。"
      actions={<GoTo to="/office/policies">政策文件</GoTo>}
    >
      <Panel>
        <Loaded from={asked} rows={2}>
          {({ open, mine, late, answered }) => (
            <Tiles width={140}>
              <Figure label="待答复" value={open} unit="件" onOpen={() => address.choose('state', null)} />
              <Figure label="待我答复" value={mine} unit="件" onOpen={() => address.choose('state', 'mine')} />
              <Figure label="已逾期" value={late} unit="件" onOpen={() => address.choose('state', 'late')} />
              <Figure label="已答复" value={answered} unit="件" onOpen={() => address.choose('state', 'answered')} />
            </Tiles>
          )}
        </Loaded>
      </Panel>
      <Panel flush>
        <FilterBar of={address} words="编号、咨询人或内容" told={asked.data ? `共 ${asked.data.total} 件` : ''}>
          <ChoiceInput
            name="状态"
            width={136}
            choices={choicesOf(states)}
            value={address.given('state') ?? 'open'}
            onChange={(value) => address.choose('state', value === 'open' ? null : value)}
          />
        </FilterBar>
        <Loaded from={asked} rows={10}>
          {({ rows, total }) => (
            <>
              <QuestionTable
                of={rows}
                empty={<EmptyState title={address.narrowed ? '没有符合条件的咨询' : '没有待答复的咨询'} />}
              />
              <Pager size={size} total={total} />
            </>
          )}
        </Loaded>
      </Panel>
    </PageFrame>
  )
}
