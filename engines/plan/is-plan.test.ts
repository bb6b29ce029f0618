/** What is called a plan and what is not. */
import { describe, expect, test } from 'vitest'
import { isPlan, parsePlan } from './parse.ts'

const others: Record<string, string> = {
  nothing: '',
  'a story in chapters':
    '第一章 风起\n那年冬天，雪下得很大。李明推开门，看见院子里站着一个人。\n第二章 云涌\n走了三十里，到了镇上。镇上有五家店铺。\n'.repeat(
      8,
    ),
  'a recipe':
    '红烧肉做法\n一、准备材料\n1.五花肉500克。\n2.冰糖30克。\n二、制作步骤\n1.五花肉切块，冷水下锅焯水。\n2.加水炖煮40分钟。\n',
  'a contract':
    '房屋租赁合同\n第一条 甲方将房屋出租给乙方使用，面积120平方米。\n第二条 租赁期限为2年。\n第三条 月租金3000元，乙方负责按时缴纳。\n',
  'a regulation':
    '某市城市管理条例\n第一章 总则\n第一条 为了加强城市管理，根据有关法律，制定本条例。\n第二条 市城市管理部门负责本条例的实施。\n第二章 附则\n第三条 本条例自公布之日起施行。\n',
  'a news item': '近日，市政府召开新闻发布会。今年以来，全市工业增加值增长6.5%，新增企业300家。下一步，将继续推动产业升级。\n',
  'program text': 'import fs from "fs"\nexport function main() {\n  // 1. 读取文件\n  return 1\n}\n',
  'a shopping list': '1.买菜\n2.做饭\n3.洗碗\n',
}

const plans: Record<string, string> = {
  'a plan without a quantified target':
    '青山镇2025年人居环境整治工作方案\n一、工作目标\n村容村貌明显改善。\n二、工作任务\n1.清理垃圾。各村组织清理。\n2.整治污水。疏通沟渠。\n三、工作要求\n1.加强领导。\n',
  'a short notice with work to do':
    '关于开展春季爱国卫生运动的通知\n各村、各单位：\n一、开展环境整治。各单位要组织清扫。\n二、加强健康教育。\n三、落实责任。\n青山镇人民政府\n2025年3月1日\n',
  'measures without chapters':
    '关于支持文旅融合发展的若干措施\n1.建设精品景区。支持古镇提质升级。（市文旅局牵头，市林业局配合）\n2.丰富夜间消费。（市商务局负责）\n',
}

describe('no plan', () => {
  test.each(Object.entries(others))('%s', (_, text) => expect(isPlan(parsePlan(text))).toMatch(/不像行动方案|没有文字/))
})

describe('a plan', () => {
  test.each(Object.entries(plans))('%s', (_, text) => expect(isPlan(parsePlan(text))).toBeNull())
})
