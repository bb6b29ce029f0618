/** The command line: one table of commands, each loaded only when it is called. */
import { Problem } from '#platform/problem.ts'

type Command = { usage: string; summary: string; run: (args: string[]) => Promise<number> }

/** Each command gets the arguments after its first word and returns the exit code. */
const commands: Record<string, Command> = {
  'plan parse': {
    usage: 'plan parse <方案文件> --json',
    summary: '读懂一份行动方案，输出目标、任务与责任单位',
    run: async (args) => (await import('./commands/plan.ts')).plan(args),
  },
  'space assign': {
    usage: 'space assign <文件> --json --time <秒数> [--maximise]',
    summary: '把许多企业安排到许多空间，求总成本最小（或最大）的方案',
    run: async (args) => (await import('./commands/space.ts')).space(args),
  },
  'policy check': {
    usage: 'policy check <文件夹或文件> [--json]',
    summary: '读政策条款并验算每个样例，逐处指出问题',
    run: async (args) => (await import('./commands/policy.ts')).policy(args),
  },
  'policy screen': {
    usage: 'policy screen <文件夹或文件> --facts <表格.csv> --as-of <日期> [--json]',
    summary: '按政策条款逐家比对表格中的企业，说明理由与最优组合',
    run: async (args) => (await import('./commands/policy.ts')).policy(args),
  },
  'appraisal check': {
    usage: 'appraisal check <文件夹或文件> [--json]',
    summary: '读考核办法并验算每个样例，逐处指出问题',
    run: async (args) => (await import('./commands/appraisal.ts')).appraisal(args),
  },
  'journal verify': {
    usage: 'journal verify',
    summary: '逐条核对办理日志的摘要链，发现改动或缺失',
    run: async (args) => (await import('./commands/journal.ts')).journal(args),
  },
}

/** Runs what the words name; every failure is one sentence on stderr and exit code 1. */
export async function main(args: string[]): Promise<number> {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
    console.log(usage())
    return 0
  }
  const words = args.slice(0, 2).join(' ')
  const command = Object.hasOwn(commands, words) ? commands[words] : null
  if (!command) {
    console.error(`没有“${words}”这个命令，可用命令见 npx mantianxing --help`)
    return 1
  }
  try {
    return await command.run(args.slice(1))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    console.error(error.message)
    return 1
  }
}

const usage = () =>
  ['用法：npx mantianxing <命令>', ...Object.values(commands).map(({ usage, summary }) => `  ${usage}\n      ${summary}`)].join(
    '\n',
  )
