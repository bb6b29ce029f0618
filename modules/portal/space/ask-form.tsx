/** The form a visitor books a viewing with, or leaves what he needs; what was typed stays when it could not be taken. */

import { Entry, Trouble, type Typed, Words } from '../frame/form.tsx'

type Props = { unit: string | null; typed: Typed; problem: string | null; today: string }

export function AskForm({ unit, typed, problem, today }: Props) {
  const field = (name: string, title: string, rest: object = {}) => <Entry {...{ name, title, typed }} {...rest} />
  const figure = { type: 'number', min: '0', step: 'any', inputMode: 'decimal' } as const
  return (
    <form className="ask upright" method="post" action={unit ? `/spaces/${unit}#ask` : '/spaces/need'}>
      <Trouble is={problem} />
      {field('name', '单位名称', { required: true, maxLength: 120, autoComplete: 'organization' })}
      {field('contact', '联系人', { required: true, maxLength: 40, autoComplete: 'name' })}
      {field('phone', '联系电话', { required: true, type: 'tel', maxLength: 30, autoComplete: 'tel' })}
      {unit ? (
        <>
          {field('wantedOn', '看房日期（工作日）', { required: true, type: 'date', min: today })}
          <label>
            <span>时段</span>
            <select name="half" defaultValue={typed.half ?? 'am'}>
              <option value="am">上午</option>
              <option value="pm">下午</option>
            </select>
          </label>
        </>
      ) : (
        <>
          {field('areaFrom', '面积不小于（㎡）', figure)}
          {field('areaTo', '面积不大于（㎡）', figure)}
          {field('budget', '每月预算（元）', figure)}
          {field('readyBy', '最晚交付', { type: 'date', min: today })}
        </>
      )}
      {field('people', '使用人数', { ...figure, step: '1' })}
      <Words name="note" title="其他要求" typed={typed} rows={3} maxLength={500} />
      <p className="quiet whole">联系方式仅用于本次看房和入驻办理，不对外公开。</p>
      <button type="submit">{unit ? '提交预约' : '提交需求'}</button>
    </form>
  )
}

/** What was typed, as the action takes it: what is left out is null, what is no number stays for the action to refuse. */
export function askedBy(unit: string | null, typed: Typed) {
  const said = (name: string) => typed[name]?.trim() || null
  const figure = (name: string) => (said(name) === null ? null : Number(said(name)))
  return {
    name: said('name') ?? '',
    contact: said('contact') ?? '',
    phone: said('phone') ?? '',
    note: said('note'),
    unit,
    wantedOn: unit ? said('wantedOn') : null,
    half: unit ? ((said('half') ?? 'am') as 'am' | 'pm') : null,
    wanted: {
      people: figure('people'),
      areaFrom: figure('areaFrom'),
      areaTo: figure('areaTo'),
      budget: figure('budget'),
      readyBy: said('readyBy'),
    },
  }
}
