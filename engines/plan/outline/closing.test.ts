/** Working groups however the sentence that sets them up lists them. */
import { expect, test } from 'vitest'
import { readWorkingGroups } from './closing.ts'

const forms: [string, string[]][] = [
  ['办公室设在市工业和信息化局，下设项目推进组、要素保障组、招商引资组。', ['项目推进组', '要素保障组', '招商引资组']],
  ['下设综合协调、产业发展、乡村治理三个工作专班。', ['综合协调工作专班', '产业发展工作专班', '乡村治理工作专班']],
  ['设立综合协调组、场景应用组等5个工作组，定期会商。', ['综合协调组', '场景应用组']],
  ['成立工作专班，设立5个工作组。', []],
  ['成立由县长任组长的领导小组，下设办公室、专家组和宣传组。', ['专家组', '宣传组']],
  ['（一）综合协调组。由市政府办负责。\n（二）项目推进组。由市发展改革委负责。', ['综合协调组', '项目推进组']],
]

test.each(forms)('%s', (words, groups) => expect(readWorkingGroups(words)).toEqual(groups))
