/** Which working group carries which task of the plan, by the task's number, and which of its units leads it (演示数据). */
export const charges: { team: string; lead: string; tasks: number[] }[] = [
  { team: '综合协调组', lead: '区发展改革委', tasks: [1, 2, 3] },
  { team: '场所优化组', lead: '区国资委', tasks: [8, 9, 10, 19] },
  { team: '场景应用组', lead: '区大数据发展局', tasks: [14, 15, 18, 21] },
  { team: '人才引育组', lead: '区人力社保局', tasks: [6, 7] },
  { team: '企业培育组', lead: '区科技局', tasks: [4, 5, 11, 12, 13, 16, 17, 20] },
]
