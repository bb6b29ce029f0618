/** Titles told one by one: the software park, institutions of research, and what 满星软件 and 安澜信息 hold. */
import type { Firm } from '../firms/firms.ts'
import { type Grant, grantTo } from './grant.ts'

const institution = (name: string, zone: string, grantedOn: string): Grant => ({
  firm: null,
  holder: `${name}（演示）`,
  zone,
  kind: 'research-institution',
  level: null,
  grantedBy: '市科技局',
  grantedOn,
  validUntil: null,
})

const institutions = [
  institution('缙麓数字内容研究院', '缙云园城', '2022-11-22'),
  institution('蔡中工业软件研究所', '蔡家园城', '2022-12-06'),
  institution('歇马智能传感研究院', '科学城园区', '2023-05-18'),
  institution('嘉陵嵌入式系统研究所', '科学城园区', '2023-09-12'),
  institution('云汉工业数据研究院', '蔡家园城', '2023-12-05'),
  institution('静观数字农业创新中心', '农业示范区', '2024-06-14'),
  institution('缙麓软件测评技术研究院', '缙云园城', '2024-11-08'),
  institution('北泉智慧文旅研究中心', '温泉谷', '2025-04-22'),
  institution('歇马车用芯片研究院', '科学城园区', '2025-09-16'),
]

const park: Grant = {
  firm: null,
  holder: '缙云数字内容软件园（演示）',
  zone: '缙云园城',
  kind: 'software-park',
  level: null,
  grantedBy: '市经济信息委',
  grantedOn: '2024-10-18',
  validUntil: null,
}

const own: [account: string, ...what: Parameters<typeof grantTo> extends [Firm, ...infer Rest] ? Rest : never][] = [
  ['满星软件', { kind: 'innovative', grantedBy: '市经济信息委' }, '2022-12-20', 3],
  ['满星软件', { kind: 'high-tech', grantedBy: '市科技局' }, '2023-11-28', 3],
  ['满星软件', { kind: 'cmmi', grantedBy: 'CMMI 研究院授权评估机构', level: '3级' }, '2022-10-28', 3],
  ['安澜信息', { kind: 'innovative', grantedBy: '市经济信息委' }, '2025-06-20', 3],
]

export const singles = (firms: Firm[]): Grant[] => [
  park,
  ...institutions,
  ...own.map(([account, what, on, years]) =>
    grantTo(firms.find(({ special }) => special?.account === account)!, what, on, years),
  ),
]
