/** What must hold of an answer: who must be placed, positioning of zones, firms near or apart, space kept back, buildings supposed. */
import { ChoiceInput, ChoicesInput, DayInput, NumberInput, TextInput, WordsInput } from '#web/ui/form/inputs.tsx'
import { Stack } from '#web/ui/frame/page.tsx'
import { Labelled, Rules } from './fields.tsx'
import type { Asked, Choices } from './words.ts'

type Quota = NonNullable<Asked['quotas']>[number]
type Group = NonNullable<Asked['near']>[number]
type Imagined = NonNullable<Asked['imagined']>[number]
type Part = { asked: Asked; change: (part: Partial<Asked>) => void; choices: Choices }

const counted = [
  { value: 'firms', label: '企业（家）' },
  { value: 'area', label: '面积（㎡）' },
]
const kinds = [
  { value: 'building', label: '同一楼宇' },
  { value: 'zone', label: '同一园城' },
]

export function HardRules({ asked, change, choices }: Part) {
  const zones = choices.zones.map(({ id, name }) => ({ value: id, label: name }))
  const firms = choices.matters
    .filter(({ id }) => asked.matters.includes(id))
    .map(({ id, name, number }) => ({ value: id, label: `${name}（${number}）` }))
  const group = (rule: Group, write: (part: Partial<Group>) => void, name: string) => (
    <>
      <span className="grow">
        <ChoicesInput
          name={name}
          placeholder="选择两家以上企业"
          choices={firms}
          value={rule.matters}
          onChange={(matters) => write({ matters: matters ?? [] })}
        />
      </span>
      <span className="short">
        <ChoiceInput
          name={`${name}的范围`}
          choices={kinds}
          value={rule.kind}
          onChange={(kind) => write({ kind: kind as Group['kind'] })}
        />
      </span>
    </>
  )
  const [zone] = zones
  return (
    <Stack>
      <div className="assignment-fields">
        <Labelled wide title="须安置的企业" hint="方案必须为其安排房源；不填则由求解取舍">
          <ChoicesInput
            name="须安置的企业"
            choices={firms}
            value={asked.must ?? []}
            onChange={(must) => change({ must: must ?? [] })}
          />
        </Labelled>
        <Labelled wide title="暂不分配的楼宇或单元" hint="留作他用，或试算没有它们时的结果">
          <ChoicesInput
            name="暂不分配的楼宇或单元"
            choices={heldOf(choices)}
            value={asked.held ?? []}
            onChange={(held) => change({ held: held ?? [] })}
          />
        </Labelled>
      </div>
      <Rules<Quota>
        title="园城定位要求"
        about="某园城安置的企业数或面积，不少于、不多于多少"
        add="增加定位要求"
        of={asked.quotas ?? []}
        fresh={{ zone: zone?.value ?? '', direction: null, of: 'firms', least: null, most: null }}
        onChange={(quotas) => change({ quotas })}
        show={(rule, write) => (
          <>
            <span className="short">
              <ChoiceInput name="园城" choices={zones} value={rule.zone} onChange={(zone) => write({ zone: zone ?? '' })} />
            </span>
            <span className="short">
              <ChoiceInput
                name="产业方向"
                clearable
                placeholder="全部产业"
                choices={choices.directions.map((one) => ({ value: one, label: one }))}
                value={rule.direction}
                onChange={(direction) => write({ direction })}
              />
            </span>
            <span className="short">
              <ChoiceInput name="计量" choices={counted} value={rule.of} onChange={(of) => write({ of: of as Quota['of'] })} />
            </span>
            <span className="short">
              <NumberInput name="不少于" placeholder="不少于" value={rule.least} onChange={(least) => write({ least })} />
            </span>
            <span className="short">
              <NumberInput name="不多于" placeholder="不多于" value={rule.most} onChange={(most) => write({ most })} />
            </span>
          </>
        )}
      />
      <Rules<Group>
        title="须相邻"
        about="安置的，都在同一楼宇或同一园城"
        add="增加须相邻的企业"
        of={asked.near ?? []}
        fresh={{ matters: [], kind: 'building' }}
        onChange={(near) => change({ near })}
        show={(rule, write) => group(rule, write, '须相邻的企业')}
      />
      <Rules<Group>
        title="须分开"
        about="任何两家不在同一楼宇或同一园城"
        add="增加须分开的企业"
        of={asked.apart ?? []}
        fresh={{ matters: [], kind: 'building' }}
        onChange={(apart) => change({ apart })}
        show={(rule, write) => group(rule, write, '须分开的企业')}
      />
      <Rules<Imagined>
        title="假设楼宇"
        about="尚不存在的楼宇，看它能多安置谁；含假设楼宇的方案只供测算，不能采纳"
        add="假设一栋楼宇"
        of={asked.imagined ?? []}
        fresh={{
          name: '',
          zone: zone?.value ?? '',
          floors: 1,
          units: [],
          rent: null,
          fee: null,
          readyOn: asked.by,
          directions: [],
        }}
        onChange={(imagined) => change({ imagined })}
        show={(rule, write) => <Supposed of={rule} write={write} zones={zones} />}
      />
    </Stack>
  )
}

type SupposedOf = { of: Imagined; write: (part: Partial<Imagined>) => void; zones: { value: string; label: string }[] }
const Supposed = ({ of, write, zones }: SupposedOf) => (
  <div className="grow assignment-fields">
    <Labelled title="楼宇名称">
      <TextInput name="楼宇名称" value={of.name} onChange={(name) => write({ name: name ?? '' })} />
    </Labelled>
    <Labelled title="园城">
      <ChoiceInput name="假设楼宇的园城" choices={zones} value={of.zone} onChange={(zone) => write({ zone: zone ?? '' })} />
    </Labelled>
    <Labelled title="楼层数">
      <NumberInput name="楼层数" unit="层" value={of.floors} onChange={(floors) => write({ floors: floors ?? 1 })} />
    </Labelled>
    <Labelled title="每层各单元面积" hint="依次相邻，输入一个按一次回车">
      <WordsInput
        name="每层各单元面积"
        placeholder="如 300"
        value={of.units.map(String)}
        onChange={(words) => write({ units: (words ?? []).map(Number).filter((one) => one > 0) })}
      />
    </Labelled>
    <Labelled title="租金">
      <NumberInput name="租金" unit="元/㎡·月" value={of.rent} onChange={(rent) => write({ rent })} />
    </Labelled>
    <Labelled title="物业费">
      <NumberInput name="物业费" unit="元/㎡·月" value={of.fee} onChange={(fee) => write({ fee })} />
    </Labelled>
    <Labelled title="交付日期">
      <DayInput name="交付日期" value={of.readyOn} onChange={(readyOn) => write({ readyOn: readyOn ?? '' })} />
    </Labelled>
  </div>
)

/** Whole buildings first, then units, by building. */
function heldOf({ units }: Choices) {
  const buildings = new Map(units.map(({ building, buildingName }) => [building, buildingName]))
  return [
    ...[...buildings].map(([value, name]) => ({ value, label: `${name}（整栋）`, group: '楼宇' })),
    ...units.map(({ id, name, buildingName, area }) => ({
      value: id,
      label: `${buildingName} ${name}（${area} ㎡）`,
      group: '单元',
    })),
  ]
}
