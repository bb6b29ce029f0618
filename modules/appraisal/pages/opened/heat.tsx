/** Items against subjects, coloured by how far each is from its full weight; the number is always said as well. */
import { Link } from 'react-router'
import { Panel, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import { heatOf, pointsWord, type Whole } from '../words.ts'

export function Heat({ of }: { of: Whole }) {
  const scored = of.subjects.filter(({ cells }) => cells.length > 0)
  if (scored.length === 0)
    return (
      <Panel>
        <EmptyState title="尚无得分" about="发出初评结果后，在这里查看各指标的得分高低。" />
      </Panel>
    )
  return (
    <Stack>
      {of.groups.map(({ code, title, items }) => {
        const rows = scored.filter(({ group }) => group === code)
        if (rows.length === 0) return null
        return (
          <Panel key={code} title={title}>
            <div className="appraisal-heat">
              <table>
                <thead>
                  <tr>
                    <th scope="col">考核对象</th>
                    {items.map((item) => (
                      <th key={item.code} scope="col">
                        {item.title}（{item.weight / 10_000}）
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ id, name, cells }) => (
                    <tr key={id}>
                      <th scope="row">
                        <Link to={`/office/appraisals/${of.id}/subjects/${id}`}>{name}</Link>
                      </th>
                      {items.map((item) => {
                        const cell = cells.find((one) => one.code === item.code)
                        return (
                          <td key={item.code} className={cell ? heatOf(cell) : 'none'}>
                            {!cell || cell.exempt ? '不适用' : pointsWord(cell.points, of.decimals)}
                          </td>
                        )
                      })}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </Panel>
        )
      })}
    </Stack>
  )
}
