import { parse, stringify } from 'yaml';
import { InvalidInput, type ProblemData } from '../../../src/domain/problem.ts';
import { type CampaignFile, readCampaign } from '../../../src/read/campaign-file.ts';
import en from '../../../src/text/en/problems.ts';
import { saved } from '../../engine/reading.ts';
import { nodeAt } from './schema.ts';

type Mapping = Record<string, unknown>;

/** What every campaign has to have; its document is of the season of 2025. */
const LEAST: Mapping = { relief: 1, id: 'example', title: '帮困送温暖', issued: '2025-01-07', departments: [] };
/** What the objects on the way to another have to have. */
const ON_THE_WAY: Readonly<Record<string, Mapping>> = {
  departments: { name: '民政局' },
  'departments.measures': { name: '节日补助' },
  stages: { name: '分步实施' },
};

/** The YAML of a smallest campaign that has, at a path of the schema, an object of these keys. */
export function campaignWith(path: string, object: Mapping): string {
  const steps = path === '' ? [] : path.split('.');
  const whole = steps.reduceRight<Mapping>((inner, step, index) => {
    const at = steps.slice(0, index + 1).join('.');
    const outer = ON_THE_WAY[steps.slice(0, index).join('.')] ?? {};
    return { ...outer, [step]: nodeAt(at).type === 'array' ? [inner] : inner };
  }, object);
  return stringify({ ...LEAST, ...whole });
}

export const keysOf = (yaml: string): Mapping => (parse(yaml) ?? {}) as Mapping;

export const loaded = (yaml: string): CampaignFile => readCampaign(saved(yaml, '.yaml'));

/** What is wrong with a campaign: of a field, the kind that was expected, and what is said of all. */
export function refusal(yaml: string): { kinds: ProblemData['bad-field']['kind'][]; said: (readonly string[])[] } {
  try {
    loaded(yaml);
    return { kinds: [], said: [] };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return {
      kinds: error.problems.flatMap((problem) => (problem.code === 'bad-field' ? [problem.data.kind] : [])),
      said: error.problems.map(({ code, data }) => {
        const describe = en.describe[code] as (of: typeof data) => readonly string[];
        return describe(data);
      }),
    };
  }
}
