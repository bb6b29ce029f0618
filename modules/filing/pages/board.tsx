/** The monitoring in the office: completeness of a month, reports to check, names, and the rule. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { shiftMonth } from '#engines/indicator/months.ts'
import { checkers } from '#modules/filing/flow.ts'
import { monthWord } from '#modules/work/pages/month.ts'
import { download, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act, GoTo, useSay } from '#web/ui/buttons.tsx'
import { PageTabs } from '#web/ui/dialog.tsx'
import { MonthInput } from '#web/ui/form/inputs.tsx'
import { PageFrame } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { MonthBoard } from './board/board.tsx'
import { Names } from './board/names.tsx'
import { Queue } from './board/queue.tsx'
import { Rules } from './board/rules.tsx'
import { useFilters } from './search.ts'
import './board/board.css'

/** Those who see single reports. */
const readers = ['leader', 'office', 'park', 'town']

export default function Monitoring() {
  const me = useMe()
  const { of } = useFilters()
  const reads = readers.includes(me.role)
  const asked = useQuery({ ...query('filing/board', { month: of('month') }), placeholderData: (last) => last })
  const waiting = useQuery({ ...query('filing/duties', {}), enabled: reads }).data?.toCheck
  return (
    <PageFrame
      title="运行监测"
      description="企业月度、季度报表的报送与审核。金额为1月起累计，审核通过后计入各项统计。"
      actions={
        asked.data && (
          <MonthSwitch
            month={asked.data.month}
            last={asked.data.last}
            exports={reads}
            imports={checkers.some((one) => one === me.role)}
          />
        )
      }
    >
      <Loaded from={asked} rows={12}>
        {(board) => (
          <PageTabs
            of={[
              { key: 'board', title: '报送情况', content: <MonthBoard of={board} may={reads} /> },
              ...(reads
                ? [
                    { key: 'queue', title: waiting ? `待审核（${waiting}）` : '待审核', content: <Queue month={of('month')} /> },
                    { key: 'names', title: '名单', content: <Names month={board.month} /> },
                  ]
                : []),
              { key: 'rules', title: '规则', content: <Rules /> },
            ]}
          />
        )}
      </Loaded>
    </PageFrame>
  )
}

type Switch = { month: string; last: string; exports: boolean; imports: boolean }
function MonthSwitch({ month, last, exports, imports }: Switch) {
  const say = useSay()
  const { of, turn } = useFilters()
  const sheet = useMutation({ ...download('filing/sheet'), onError: say.failed })
  const to = (month: string | null) => turn({ month: month && (month < last ? month : last) })
  return (
    <>
      <Act name="上一月" onClick={() => to(shiftMonth(month, -1))}>
        ‹
      </Act>
      <div className="filing-month">
        <MonthInput name="报告期" value={month} onChange={to} />
      </div>
      <Act name="下一月" disabled={month >= last} onClick={() => to(shiftMonth(month, 1))}>
        ›
      </Act>
      {imports && (
        <GoTo icon={icons.upload} to="/office/imports?ledger=filing">
          表格导入
        </GoTo>
      )}
      {exports && (
        <Act
          icon={icons.download}
          busy={sheet.isPending}
          onClick={() => sheet.mutate({ month, zone: of('zone'), town: of('town') })}
        >
          导出{monthWord(month)}
        </Act>
      )}
    </>
  )
}
