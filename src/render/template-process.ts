import { serve } from '../file/apart/serve.ts';
import type { Cell } from '../report/sheet.ts';
import { type Filled, fillWorkbook } from './template-xlsx.ts';

export interface TemplateInput {
  readonly template: Uint8Array;
  readonly values: ReadonlyMap<string, Cell>;
}

serve(({ template, values }: TemplateInput): Promise<Filled> => fillWorkbook(template, values));
