/** Matters of 2023 to 2025 that have come to their end: what, from where, whose, until when, and what came of it (演示数据). */
export type Past = {
  on: string
  origin: 'instruction' | 'check' | 'overdue' | 'coordination' | 'problem'
  source: string
  title: string
  owner: string
  task: number
  dueOn: string
  doneOn: string
  outcome: string
  /** Given back once before it was done; put off once; ended without being done. */
  turn?: 'back' | 'delay' | 'cancel' | 'notice'
}

export const past: Past[] = [
  {
    ...{ on: '2023-03-20', origin: 'instruction', owner: '区国资委', task: 8, dueOn: '2023-04-28', doneOn: '2023-04-21' },
    ...{ source: '顾常务在楼宇调研时的批示', title: '摸清全区闲置楼宇底数', outcome: '已完成摸排，形成台账' },
  },
  {
    ...{ on: '2023-05-10', origin: 'coordination', owner: '区人力社保局', task: 6, dueOn: '2023-06-09', doneOn: '2023-06-06' },
    ...{ source: '区科技局提请', title: '编制软件紧缺人才清单', outcome: '清单已印发' },
  },
  {
    ...{ on: '2023-06-26', origin: 'check', owner: '蔡家公司', task: 9, dueOn: '2023-07-31', doneOn: '2023-08-02', turn: 'back' },
    ...{ source: '6 月现场核查', title: '整改园区公共区域消防隐患', outcome: '复查合格' },
  },
  {
    ...{ on: '2023-09-11', origin: 'instruction', owner: '区大数据发展局', task: 14, dueOn: '2023-10-31', doneOn: '2023-10-27' },
    ...{ source: '顾常务在季度调度会上的批示', title: '提出年度场景机会清单', outcome: '首批清单已发布' },
  },
  {
    ...{ on: '2023-11-06', origin: 'overdue', owner: '区市场监管局', task: 17, dueOn: '2023-12-08', doneOn: '2023-12-05' },
    ...{ source: '10 月任务矩阵红灯', title: '补齐知识产权服务进度', outcome: '进度已赶上，灯色恢复正常' },
  },
  {
    ...{ on: '2024-01-15', origin: 'instruction', owner: '区财政局', task: 2, dueOn: '2024-03-15', doneOn: '2024-03-12' },
    ...{ source: '顾常务在政府常务会上的批示', title: '测算专项政策资金规模', outcome: '测算报告已报送' },
  },
  {
    ...{ on: '2024-03-18', origin: 'coordination', owner: '区金融发展中心', task: 12, dueOn: '2024-04-19', doneOn: '2024-04-18' },
    ...{ source: '区科技局提请', title: '组织银企对接专场', outcome: '两场对接会已举办' },
  },
  {
    ...{ on: '2024-05-20', origin: 'check', owner: '缙云公司', task: 10, dueOn: '2024-06-21', doneOn: '2024-06-20' },
    ...{ source: '5 月现场核查', title: '完善楼宇便民设施', outcome: '设施已到位，现场核实' },
  },
  {
    ...{
      on: '2024-07-08',
      origin: 'instruction',
      owner: '区招商投资局',
      task: 4,
      dueOn: '2024-08-30',
      doneOn: '2024-09-13',
      turn: 'delay',
    },
    ...{ source: '顾常务在招商专题会上的批示', title: '梳理软件企业招商线索', outcome: '线索库已建立' },
  },
  {
    ...{ on: '2024-08-12', origin: 'overdue', owner: '区融媒体中心', task: 21, dueOn: '2024-09-06', doneOn: '2024-09-05' },
    ...{ source: '7 月任务矩阵黄灯', title: '补做产业宣传专栏', outcome: '专栏已上线' },
  },
  {
    ...{
      on: '2024-10-14',
      origin: 'coordination',
      owner: '区信息中心',
      task: 18,
      dueOn: '2024-11-15',
      doneOn: '2024-10-25',
      turn: 'cancel',
    },
    ...{ source: '区大数据发展局提请', title: '迁移测评平台机房', outcome: '改用市级平台，不再迁移' },
  },
  {
    ...{ on: '2024-11-18', origin: 'instruction', owner: '区发展改革委', task: 1, dueOn: '2024-12-27', doneOn: '2024-12-24' },
    ...{ source: '顾常务在年度调度会上的批示', title: '梳理上级资金申报机会', outcome: '年度机会清单已印发' },
  },
  {
    ...{ on: '2025-02-17', origin: 'check', owner: '天生街道', task: 10, dueOn: '2025-03-14', doneOn: '2025-03-13' },
    ...{ source: '2 月现场核查', title: '整治楼宇周边停车秩序', outcome: '停车位已增设，现场核实' },
  },
  {
    ...{
      on: '2025-04-14',
      origin: 'instruction',
      owner: '区人力社保局',
      task: 7,
      dueOn: '2025-05-30',
      doneOn: '2025-06-20',
      turn: 'notice',
    },
    ...{ source: '顾常务在人才专题会上的批示', title: '落实校企联合培养名额', outcome: '名额已落实，协议已签' },
  },
  {
    ...{ on: '2025-06-09', origin: 'problem', owner: '蔡家公司', task: 9, dueOn: '2025-07-11', doneOn: '2025-07-08' },
    ...{ source: '', title: '标准厂房改造用电扩容', outcome: '扩容已完成' },
  },
  {
    ...{ on: '2025-08-18', origin: 'coordination', owner: '区市场监管局', task: 17, dueOn: '2025-09-19', doneOn: '2025-09-17' },
    ...{ source: '区科技局提请', title: '开展软件著作权登记辅导', outcome: '已辅导企业并登记' },
  },
]
